namespace Kim.Market.Domain.Orders;

/// <summary>How far the money of an order is that was paid and then came to nothing. The numbers are stored.</summary>
public enum RefundState
{
    /// <summary>Nobody has said anything yet.</summary>
    Owed,

    /// <summary>The seller says that it went back.</summary>
    Stated,

    /// <summary>The buyer says that it has not come.</summary>
    Missing,

    /// <summary>The buyer says that it is there.</summary>
    Received,

    /// <summary>The provider of the card sends it back, and says so itself.</summary>
    ByCard,
}

public sealed partial record Order
{
    /// <summary>Both have said yes once: from then on a buyer may have sent money.</summary>
    public bool WasAccepted { get; private init; }

    /// <summary>How far the money is on its way back; null where none has to go back.</summary>
    public RefundState? Refund { get; private init; }

    /// <summary>How the seller last said that they sent it.</summary>
    public string? RefundHow { get; private init; }

    internal bool CameToNothing => Status.CameToNothing;

    /// <summary>The seller has sent the money back, all of it, and says how. It is their word: the buyer has the other one.</summary>
    public Decision<OrderEvent> StateRefund(string how, DateTimeOffset now) =>
        how.Trim().Length is 0 or > Limits.Place ? OrderRefusals.RefundHow
        : PublicText.HoldsNumber(how) ? OrderRefusals.RefundHowHoldsNumber
        : Refund switch
        {
            null => OrderRefusals.NothingToRefund,
            RefundState.Received or RefundState.ByCard => [],
            RefundState.Stated when how.Trim() == RefundHow => [],
            RefundState.Stated => OrderRefusals.RefundStatedAlready,
            _ => [new RefundStated(ToGiveBack, how.Trim(), now)],
        };

    /// <summary>The buyer has looked: the money is there. They may say so before the seller says anything.</summary>
    public Decision<OrderEvent> ConfirmRefund(DateTimeOffset now) => Refund switch
    {
        null => OrderRefusals.NothingToRefund,
        RefundState.Received or RefundState.ByCard => [],
        _ => [new RefundReceivedStated(ToGiveBack, now)],
    };

    /// <summary>The buyer has looked, and the money of which the seller speaks is not there: from now on the KIM sees it too.</summary>
    public Decision<OrderEvent> MissRefund(DateTimeOffset now) => Refund switch
    {
        null => OrderRefusals.NothingToRefund,
        RefundState.Missing => [],
        RefundState.Stated => [new RefundMissingStated(now)],
        RefundState.Received or RefundState.ByCard => OrderRefusals.RefundReceivedAlready,
        _ => OrderRefusals.RefundNotStated,
    };

    private Order End(OrderStatus status) => this with { Status = status, Refund = IsPaid ? RefundState.Owed : null, AskedShare = null, DueAt = null };
}
