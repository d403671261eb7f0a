using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Orders;

/// <summary>Why a completed order is none that the results should count. The numbers are stored.</summary>
public enum StrikeReason { NotReal, Trial, Twice, BothSayUndone }

/// <summary>What an office may do about an order that the results count and should not.</summary>
public sealed partial record Order
{
    /// <summary>An office has taken it out of the results.</summary>
    public bool IsStruck { get; private init; }

    /// <param name="note">For everybody to read: what the office has found.</param>
    public Decision<OrderEvent> Strike(Id<Office> office, StrikeReason reason, string note, DateTimeOffset now) =>
        Status != OrderStatus.Completed ? OrderRefusals.NothingCounted
        : IsStruck ? []
        : RefusalOf(note) is { } refusal ? refusal
        : [new OrderStruck(office, reason, note.Trim(), now)];

    public Decision<OrderEvent> CountAgain(Id<Office> office, string note, DateTimeOffset now) =>
        !IsStruck ? []
        : RefusalOf(note) is { } refusal ? refusal
        : [new OrderCountedAgain(office, note.Trim(), now)];

    private static Refusal? RefusalOf(string note) =>
        string.IsNullOrWhiteSpace(note) || note.Trim().Length > Limits.Note ? OrderRefusals.StrikeNote
        : PublicText.HoldsNumber(note) ? OrderRefusals.StrikeNoteHoldsNumber
        : null;
}
