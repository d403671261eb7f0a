namespace Kim.Market.Domain.Orders;

public sealed partial record Order
{
    /// <summary>What a transfer brings on top of the total; null where the order has no code, or not yet one for this total.</summary>
    public Rupiah? Code { get; private init; }

    /// <summary>What a buyer transfers. In every other way the total is paid, to the rupiah.</summary>
    public Rupiah ToTransfer => Total + (Code ?? Rupiah.Zero);

    /// <summary>What came in, by the word of whoever said so; null while nothing has.</summary>
    public Rupiah? Received { get; private init; }

    /// <summary>Both have said yes to a total that nobody has paid, and no code tells it from another.</summary>
    public bool AwaitsCode => Code is null && !IsPaid && Total > Rupiah.Zero && (IsAway || Status is OrderStatus.Accepted or OrderStatus.Ready);

    /// <summary>Its buyer may transfer from now on, and this is the amount that names it.</summary>
    /// <param name="account">Which account the amount is alone in.</param>
    /// <param name="day">The day on which it is, where the seller is.</param>
    public Decision<OrderEvent> GiveCode(Guid account, Rupiah code, DateOnly day, DateTimeOffset now) =>
        AwaitsCode ? [new UniqueCodeGiven(account, code, Total + code, day, now)] : [];

    // What came back is what came: the code is part of it where it was transferred.
    private Rupiah ToGiveBack => Received ?? Total;

    private PaymentReceivedStated Came(bool byTransfer, DateTimeOffset now) => new(byTransfer ? ToTransfer : Total, now);
}
