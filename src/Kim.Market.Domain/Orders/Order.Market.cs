using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Orders;

public sealed partial record Order
{
    /// <summary>A buyer has this long to say yes or no to a share that rose, and never less than an hour; it ends when the market does.</summary>
    public static readonly TimeSpan ShareTime = TimeSpan.FromHours(24);

    private static readonly TimeSpan LeastShareTime = TimeSpan.FromHours(1);

    /// <summary>Where it is fetched together with others; null where it goes its own way.</summary>
    public MarketPickup? Market { get; private init; }

    /// <summary>What it bears of the shared price of bringing everything there, as agreed.</summary>
    public Rupiah Share { get; private init; }

    /// <summary>What the buyer is asked to agree to, because another seller is gone, and until when; null while there is nothing to ask.</summary>
    public (Rupiah Share, DateTimeOffset By)? AskedShare { get; private init; }

    /// <summary>What it bears as far as anybody has said.</summary>
    public Rupiah Borne => AskedShare?.Share ?? Share;

    /// <summary>Somebody of the KIM handed it over at the market, and the money is on its way to the seller.</summary>
    public bool IsAtPoint { get; private init; }

    /// <summary>Its share can still change: it is open, here, and nothing was paid for it.</summary>
    internal bool MayBear(DateTimeOffset now) =>
        Market is not null && Status is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready && !IsPaid && OpenedCard(now) is null;

    /// <summary>Its share is now this, because another order of the same buyer came to nothing. One that rises waits for the buyer's yes.</summary>
    /// <param name="among">How many orders share the price now.</param>
    public Decision<OrderEvent> BearShare(Rupiah share, int among, DateTimeOffset now) =>
        !MayBear(now) || share == Borne ? []
        : share <= Share ? [new MarketShareChanged(share, Goods + share, among, null, now)]
        : [new MarketShareChanged(share, Goods + share, among, AgreeToShareBy(now), now)];

    /// <summary>The buyer takes the share that they were shown.</summary>
    public Decision<OrderEvent> AgreeToShare(Rupiah share, DateTimeOffset now) =>
        CameToNothing ? OrderRefusals.Over(Status)
        : AskedShare is not { } asked ? Market is not null && Share == share ? [] : OrderRefusals.NoShareAsked
        : asked.Share != share ? OrderRefusals.ShareMoved
        : [new MarketShareAgreed(share, Goods + share, now)];

    /// <summary>
    /// Somebody of the KIM hands it over at the market. Cash goes to the seller through them, so that the seller has the last word on it:
    /// until then, or until time passes without a complaint, the order is not complete.
    /// </summary>
    /// <param name="by">Whose market it is.</param>
    public Decision<OrderEvent> HandOverAtPoint(Id<Group> by, DateTimeOffset now) => Status switch
    {
        OrderStatus.Completed => [],
        _ when IsAtPoint => [],
        _ when Market is null => OrderRefusals.NotForMarket,
        OrderStatus.Accepted or OrderStatus.Ready when AskedShare is not null => OrderRefusals.ShareUnanswered,
        OrderStatus.Accepted => [new OrderReadied(now), .. AtPoint(by, now)],
        OrderStatus.Ready => [.. AtPoint(by, now)],
        OrderStatus.Placed => OrderRefusals.NotAccepted,
        _ when IsAway => OutOfHand,
        _ => OrderRefusals.Over(Status),
    };

    private OrderEvent[] AtPoint(Id<Group> by, DateTimeOffset now) => IsPaid
        ? [new OrderHandedOverAtPoint(by, null, now), new OrderCompleted(Total, now)]
        : [new OrderHandedOverAtPoint(by, now + ComplaintTime, now)];

    private DateTimeOffset AgreeToShareBy(DateTimeOffset now)
    {
        // A buyer who is silent on all of them is not asked again for each one that ends of it.
        if (AskedShare is { By: var asked } && asked <= now)
        {
            return asked;
        }

        var by = now + ShareTime < Market!.Until ? now + ShareTime : Market.Until;
        return by < now + LeastShareTime ? now + LeastShareTime : by;
    }

    private Order Bear(OrderEvent happened) => happened switch
    {
        MarketShareChanged { AgreeBy: { } by } e => this with { AskedShare = (e.Share, by), DueAt = by },
        MarketShareChanged e => this with { Share = e.Share, Total = e.Total, Code = null, AskedShare = null, DueAt = null },
        MarketShareAgreed e => this with { Share = e.Share, Total = e.Total, Code = null, AskedShare = null, DueAt = null },
        OrderHandedOverAtPoint e => this with { Status = OrderStatus.Delivered, IsAtPoint = true, MovedAt = e.At, DueAt = e.ConfirmBy },
        _ => throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} is not about a market."),
    };

    // What was paid stays at what was paid.
    private Order Paid(Rupiah received)
    {
        var paid = this with { IsPaid = true, Received = received };
        return AskedShare is null ? paid : paid with { AskedShare = null, DueAt = null };
    }
}
