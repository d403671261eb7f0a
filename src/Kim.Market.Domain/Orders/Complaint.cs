namespace Kim.Market.Domain.Orders;

/// <summary>What is wrong with what came.</summary>
public enum ComplaintKind { NotArrived, Damaged, Wrong, Fewer, Other }

/// <summary>What sets it right: said by the seller as an offer, by the KIM as a proposal, by the office as a recommendation. No money moves here.</summary>
public enum ComplaintRemedy { Nothing, Replace, Refund }

/// <summary>Whose word is awaited: the seller's, the buyer's, the KIM's, the office's; or nobody's any more.</summary>
public enum ComplaintStage { Open, Answered, Escalated, Proposed, Settled, Decided }

/// <summary>A picture in the vault, and the fingerprint of what was sent.</summary>
public sealed record ComplaintPhoto(Guid Id, string File);

/// <summary>A buyer's complaint about one order. What was said and shown lies in the vault; here are its ids.</summary>
public sealed record Complaint(Guid Id, ComplaintStage Stage, DateTimeOffset AnswerBy)
{
    /// <summary>What the seller last offered.</summary>
    public ComplaintRemedy? Offer { get; init; }

    /// <summary>What the KIM last proposed.</summary>
    public ComplaintRemedy? Proposal { get; init; }

    /// <summary>Until then the KIM speaks before the office does.</summary>
    public DateTimeOffset? ProposeBy { get; init; }

    /// <summary>What seller, KIM and office said, each by its id.</summary>
    public IReadOnlyList<Guid> Said { get; init; } = [];

    public bool IsOver => Stage is ComplaintStage.Settled or ComplaintStage.Decided;

    public bool IsEscalated => Stage is ComplaintStage.Escalated or ComplaintStage.Proposed;

    /// <summary>What was said last by whoever has most to say; null when nobody answered.</summary>
    public ComplaintRemedy? OnTheTable => Proposal ?? Offer;
}
