namespace Kim.Market.Domain.Orders;

public sealed partial record Order
{
    /// <summary>A seller has this long to answer a complaint before it goes to the KIM by itself.</summary>
    public static readonly TimeSpan AnswerComplaintTime = TimeSpan.FromHours(48);

    /// <summary>A buyer who stays silent this long after the seller's answer agrees to it.</summary>
    public static readonly TimeSpan ReplyTime = TimeSpan.FromDays(7);

    /// <summary>The KIM has this long to propose something before the office may speak without it.</summary>
    public static readonly TimeSpan ProposeTime = TimeSpan.FromHours(48);

    /// <summary>With or without anybody's word, a complaint that was passed on ends after this time.</summary>
    public static readonly TimeSpan MediationTime = TimeSpan.FromDays(30);

    /// <summary>This long after completion a complaint is still taken down; the order stays completed.</summary>
    public static readonly TimeSpan LateComplaintTime = TimeSpan.FromDays(14);

    /// <summary>At most one; null while nobody complained.</summary>
    public Complaint? Complaint { get; private init; }

    /// <summary>When it was accepted, and moved on since.</summary>
    private DateTimeOffset MovedAt { get; init; }

    /// <summary>The buyer says what is wrong. What is not complete waits for the end of it; what is complete stays so.</summary>
    /// <param name="complaint">What the buyer wrote, as the vault calls it; asking twice with the same one is asking once.</param>
    public Decision<OrderEvent> Complain(Guid complaint, ComplaintKind kind, ComplaintPhoto[] photos, DateTimeOffset now) => Status switch
    {
        _ when Complaint?.Id == complaint => [],
        _ when Complaint is not null => OrderRefusals.ComplainedAlready,
        _ when photos.Length > Limits.ComplaintPhotos => OrderRefusals.TooManyPhotos,
        OrderStatus.Shipped or OrderStatus.Delivered => [Made(complaint, kind, photos, false, now)],
        OrderStatus.Completed => now <= MovedAt + LateComplaintTime ? [Made(complaint, kind, photos, true, now)] : OrderRefusals.ComplaintTooLate,
        OrderStatus.Accepted or OrderStatus.Ready => now >= MovedAt + JourneyTime ? [Made(complaint, kind, photos, false, now)] : OrderRefusals.ComplaintTooEarly,
        _ when IsOpen => OrderRefusals.ComplaintTooEarly,
        _ => OrderRefusals.Over(Status),
    };

    /// <summary>The seller says their side and what they offer; they may say it anew until it is over.</summary>
    public Decision<OrderEvent> AnswerComplaint(Guid answer, ComplaintRemedy offer, ComplaintPhoto[] photos, DateTimeOffset now) => Complaint switch
    {
        null => OrderRefusals.NoComplaint,
        _ when Complaint.Said.Contains(answer) => [],
        { IsOver: true } => OrderRefusals.ComplaintOver,
        _ when photos.Length > Limits.ComplaintPhotos => OrderRefusals.TooManyPhotos,
        { Said.Count: >= Limits.ComplaintWords } => OrderRefusals.TooManyWords,
        _ => [new ComplaintAnswered(answer, offer, photos, Complaint.IsEscalated ? null : now + ReplyTime, now)],
    };

    /// <summary>The buyer is content with what stands on the table, whether they got it or no longer want it.</summary>
    public Decision<OrderEvent> SettleComplaint(DateTimeOffset now) => Complaint switch
    {
        null => OrderRefusals.NoComplaint,
        { IsOver: true } => [],
        _ => Settle(byBuyer: true, now),
    };

    /// <summary>The buyer is not, and asks the KIM.</summary>
    public Decision<OrderEvent> EscalateComplaint(DateTimeOffset now) => Complaint switch
    {
        null => OrderRefusals.NoComplaint,
        { IsOver: true } => OrderRefusals.ComplaintOver,
        { IsEscalated: true } => [],
        { Stage: ComplaintStage.Open } when now < Complaint.AnswerBy => OrderRefusals.SellerFirst,
        _ => [new ComplaintEscalated(true, now + ProposeTime, now + MediationTime, now)],
    };

    /// <summary>The KIM says how it would set it right.</summary>
    public Decision<OrderEvent> ProposeRemedy(Guid proposal, ComplaintRemedy remedy, DateTimeOffset now) => Complaint switch
    {
        null => OrderRefusals.NoComplaint,
        _ when Complaint.Said.Contains(proposal) => [],
        { IsOver: true } => OrderRefusals.ComplaintOver,
        { IsEscalated: false } => OrderRefusals.NotEscalated,
        { Said.Count: >= Limits.ComplaintWords } => OrderRefusals.TooManyWords,
        _ => [new ComplaintProposed(proposal, remedy, now)],
    };

    /// <summary>The office ends it with what it recommends to both.</summary>
    public Decision<OrderEvent> DecideComplaint(Guid ruling, ComplaintRemedy remedy, DateTimeOffset now) => Complaint switch
    {
        null => OrderRefusals.NoComplaint,
        _ when Complaint.Said.Contains(ruling) => [],
        { IsOver: true } => OrderRefusals.ComplaintOver,
        { IsEscalated: false } => OrderRefusals.NotEscalated,
        { Stage: ComplaintStage.Escalated } when now < Complaint.ProposeBy => OrderRefusals.KimFirst,
        _ => Decide(ruling, remedy, now),
    };

    private Decision<OrderEvent> PassComplaintTime(Complaint complaint, DateTimeOffset now) => complaint.Stage switch
    {
        ComplaintStage.Open => [new ComplaintEscalated(false, now + ProposeTime, now + MediationTime, now)],
        ComplaintStage.Answered => Settle(byBuyer: false, now),

        // Nobody spoke in all that time: the last word that was said holds, and silence of a seller is no word in their favour.
        _ => Decide(null, complaint.OnTheTable ?? ComplaintRemedy.Refund, now),
    };

    private static ComplaintMade Made(Guid complaint, ComplaintKind kind, ComplaintPhoto[] photos, bool isLate, DateTimeOffset now) =>
        new(complaint, kind, photos, isLate, now + AnswerComplaintTime, now);

    private Decision<OrderEvent> Settle(bool byBuyer, DateTimeOffset now)
    {
        var remedy = Complaint!.OnTheTable ?? ComplaintRemedy.Nothing;
        return [new ComplaintSettled(byBuyer, remedy, now), .. End(remedy, now)];
    }

    private Decision<OrderEvent> Decide(Guid? ruling, ComplaintRemedy remedy, DateTimeOffset now) =>
        [new ComplaintDecided(ruling, remedy, now), .. End(remedy, now)];

    // What was completed before stays completed: it was counted, and the complaint stands beside it.
    private OrderEvent[] End(ComplaintRemedy remedy, DateTimeOffset now) =>
        Status != OrderStatus.Disputed ? []
        : remedy == ComplaintRemedy.Refund ? [new OrderReturned(now)]
        : [new OrderCompleted(Total, now)];

    private Order Hear(OrderEvent happened) => (happened, Complaint) switch
    {
        (ComplaintMade e, _) => this with
        {
            Complaint = new(e.Complaint, ComplaintStage.Open, e.AnswerBy),
            Status = e.IsLate ? Status : OrderStatus.Disputed,
            DueAt = e.AnswerBy,
        },
        (ComplaintAnswered e, { } known) => this with
        {
            Complaint = known with { Stage = known.IsEscalated ? known.Stage : ComplaintStage.Answered, Offer = e.Offer, Said = [.. known.Said, e.Answer] },
            DueAt = e.ReplyBy ?? DueAt,
        },
        (ComplaintEscalated e, { } known) => this with { Complaint = known with { Stage = ComplaintStage.Escalated, ProposeBy = e.ProposeBy }, DueAt = e.EndBy },
        (ComplaintProposed e, { } known) => this with
        {
            Complaint = known with { Stage = ComplaintStage.Proposed, Proposal = e.Remedy, Said = [.. known.Said, e.Proposal] },
        },
        (ComplaintSettled, { } known) => this with { Complaint = known with { Stage = ComplaintStage.Settled }, DueAt = null },
        (ComplaintDecided e, { } known) => this with
        {
            Complaint = known with { Stage = ComplaintStage.Decided, Said = e.Ruling is { } ruling ? [.. known.Said, ruling] : known.Said },
            DueAt = null,
        },
        _ => throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} cannot follow {Status}."),
    };
}
