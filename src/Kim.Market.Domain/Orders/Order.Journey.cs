namespace Kim.Market.Domain.Orders;

/// <summary>By whose word goods arrived.</summary>
public enum ArrivalWord { Buyer, Seller, Nobody }

public sealed partial record Order
{
    /// <summary>
    /// What was sent is taken to have arrived when nobody says anything for so long. Boats up the river and parcels between
    /// islands need some days; a week is what either takes, and the buyer has the time to complain on top of it.
    /// </summary>
    public static readonly TimeSpan JourneyTime = TimeSpan.FromDays(7);

    /// <summary>A buyer has this long to look at what arrived before the order is complete by itself.</summary>
    public static readonly TimeSpan ComplaintTime = TimeSpan.FromHours(48);

    /// <summary>Goods that are simply there are packed within this time; later, the seller is reminded and nothing ends.</summary>
    public static readonly TimeSpan MakingTime = TimeSpan.FromDays(2);

    /// <summary>What nobody fetched within this time, the seller may put back on the shelf.</summary>
    public static readonly TimeSpan FetchTime = TimeSpan.FromDays(3);

    private bool IsBrought { get; init; }

    /// <summary>When the order moves on by itself if nobody does anything; null while it waits for somebody for as long as it takes.</summary>
    public DateTimeOffset? DueAt { get; private init; }

    private (string How, string? Bill)? Sent { get; init; }

    /// <summary>The goods leave the seller's hands and travel without them.</summary>
    /// <param name="how">By what they travel, for the buyer to read; may be empty.</param>
    /// <param name="bill">The number under which the courier knows the parcel; null where there is none.</param>
    public Decision<OrderEvent> Ship(string how, string? bill, DateTimeOffset now)
    {
        var (by, number) = (how.Trim(), AirwayBill.Of(bill));
        return !IsBrought ? OrderRefusals.FetchedByBuyer
            : by.Length > Limits.Place ? OrderRefusals.ShipHow
            : PublicText.HoldsNumber(by) ? OrderRefusals.ShipHoldsNumber
            : number is not null && !AirwayBill.IsOne(number) ? OrderRefusals.BadBill
            : Status switch
            {
                OrderStatus.Ready => [new OrderShipped(by, number, now + JourneyTime, now)],
                _ when Sent == (by, number) => [],
                OrderStatus.Shipped => OrderRefusals.AlreadyShipped,
                OrderStatus.Placed or OrderStatus.Accepted => OrderRefusals.NotReady,
                OrderStatus.AwaitingQuote or OrderStatus.Quoted => Undecided,
                _ => OrderRefusals.Over(Status),
            };
    }

    /// <summary>It has arrived. The buyer's word completes the order; the seller's leaves the buyer time to complain.</summary>
    public Decision<OrderEvent> Arrive(ArrivalWord by, DateTimeOffset now) => (Status, by) switch
    {
        (OrderStatus.Completed, _) or (OrderStatus.Delivered, not ArrivalWord.Buyer) => [],
        (OrderStatus.Shipped or OrderStatus.Delivered, ArrivalWord.Buyer) => [new OrderArrived(by, null, now), new OrderCompleted(Total, now)],
        (OrderStatus.Shipped, ArrivalWord.Seller) => [new OrderArrived(by, now + ComplaintTime, now)],
        (OrderStatus.Shipped, _) => now >= DueAt ? [new OrderArrived(by, now + ComplaintTime, now)] : OrderRefusals.NotDue,
        (OrderStatus.Disputed, _) => OrderRefusals.InDispute,
        (OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready, _) => OrderRefusals.NotShipped,
        (OrderStatus.AwaitingQuote or OrderStatus.Quoted, _) => Undecided,
        _ => OrderRefusals.Over(Status),
    };

    /// <summary>What time alone brings about; nobody has to press anything for an order to come to its end.</summary>
    public Decision<OrderEvent> PassTime(DateTimeOffset now) => DueAt is not { } due || now < due ? OrderRefusals.NotDue : Status switch
    {
        _ when Complaint is { IsOver: false } complaint => PassComplaintTime(complaint, now),
        OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready when AskedShare is not null => [new OrderExpired(now)],
        OrderStatus.Shipped => Arrive(ArrivalWord.Nobody, now),
        OrderStatus.Delivered => [new OrderCompleted(Total, now)],
        _ => [],
    };

    private Order Sail(OrderShipped sent) => this with { Status = OrderStatus.Shipped, Sent = (sent.How, sent.Bill), DueAt = sent.ArriveBy };
}
