namespace Kim.Market.Domain.Businesses;

/// <summary>Why a stall is taken out of sight.</summary>
public enum StallSuspensionReason
{
    /// <summary>Goods that may not be sold, or not so: law 8/1999 on consumers, article 8; food without what it needs.</summary>
    ForbiddenGoods,

    /// <summary>What is said of the goods or their price is not true: law 8/1999, articles 9 to 11.</summary>
    Misleading,

    /// <summary>Orders are taken and not kept.</summary>
    OrdersNotKept,

    /// <summary>It is not theirs: the name, the pictures or the goods of somebody else.</summary>
    NotTheirOwn,

    Other,
}

/// <summary>Who took a stall out of sight.</summary>
public enum Suspender { Group, Office }

/// <summary>A stall that is out of sight, and what has been said about that.</summary>
/// <param name="Before">As it was, and will be again.</param>
/// <param name="Appeals">How often its owner has objected.</param>
/// <param name="Waiting">The objection that waits for an answer; null when none does.</param>
/// <param name="Answer">What the last one was answered with.</param>
public sealed record Suspension(Suspender By, BusinessStatus Before, int Appeals = 0, string? Waiting = null, string? Answer = null);

public sealed partial record Business
{
    /// <summary>How often an owner may object to one suspension.</summary>
    public const int MostAppeals = 3;

    /// <summary>Null while it is not out of sight.</summary>
    public Suspension? Suspended { get; private init; }

    /// <summary>Takes the stall out of sight; orders that are open go on to their end.</summary>
    /// <param name="note">What happened, for its owner to read; nobody else but its KIM and its office does.</param>
    public Decision<BusinessEvent> Suspend(StallSuspensionReason reason, string note, Suspender by, DateTimeOffset now) => Status switch
    {
        BusinessStatus.Registered => BusinessRefusals.NotApprovedYet,
        BusinessStatus.Suspended => [],
        _ => Said(note) is { } refusal ? refusal : [new BusinessSuspended(reason, note.Trim(), by, now)],
    };

    /// <summary>Its owner says why it should not be so. Whoever did not suspend it decides: the office.</summary>
    public Decision<BusinessEvent> Appeal(string text, DateTimeOffset now) => Suspended switch
    {
        null => BusinessRefusals.NotSuspended,
        { Waiting: { } waiting } when waiting == text.Trim() => [],
        { Waiting: not null } => BusinessRefusals.AppealWaits,
        { Appeals: >= MostAppeals } => BusinessRefusals.TooManyAppeals,
        _ => Said(text) is { } refusal ? refusal : [new BusinessAppealed(text.Trim(), now)],
    };

    /// <summary>The office has read the objection, and the stall stays out of sight.</summary>
    public Decision<BusinessEvent> RejectAppeal(string note, DateTimeOffset now) => Suspended switch
    {
        null => BusinessRefusals.NotSuspended,
        { Waiting: null, Answer: { } answer } when answer == note.Trim() => [],
        { Waiting: null } => BusinessRefusals.NoAppeal,
        _ => Said(note) is { } refusal ? refusal : [new BusinessAppealRejected(note.Trim(), now)],
    };

    /// <summary>The stall is as it was before. A KIM lifts what it did itself; an office may lift any.</summary>
    public Decision<BusinessEvent> LiftSuspension(string note, Suspender by, DateTimeOffset now) => Suspended switch
    {
        null => [],
        { By: Suspender.Office } when by == Suspender.Group => BusinessRefusals.OfficeSuspended,
        { } held => Said(note) is { } refusal ? refusal : [new BusinessSuspensionLifted(note.Trim(), by, held.Before == BusinessStatus.Open, now)],
    };

    private static Refusal? Said(string note) =>
        note.Trim().Length is 0 or > Limits.Note ? BusinessRefusals.NoteLength
        : PublicText.HoldsNumber(note) ? BusinessRefusals.NoteHoldsNumber
        : null;
}
