using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Orders;

public enum OrderStatus { Placed, Accepted, Ready, Completed, Rejected, Cancelled, Expired, AwaitingQuote, Quoted, Shipped, Delivered, Disputed, Returned }

public enum Handover { Pickup, Delivery }

public enum RejectionReason { OutOfStock, CannotDeliver, Closed, PriceChanged, Other, NotFetched }

/// <summary>One visit to the till: the orders it made share nothing but this.</summary>
public sealed record Checkout;

/// <summary>Who ordered: only ever an <see cref="Id{T}"/> here; name, number and address stand in the vault.</summary>
public sealed record Buyer;

/// <summary>What was ordered, at the price that was agreed.</summary>
public sealed record OrderLine(Id<Product> Product, string Name, string Unit, int Quantity, Rupiah Price)
{
    public Rupiah Total => Price * Quantity;
}

/// <summary>One buyer's purchase from one seller, from the till until the goods are the buyer's and the money the seller's.</summary>
public sealed partial record Order(Id<Order> Id, Id<Business> Seller, Rupiah Total, DateTimeOffset AnswerBy, IReadOnlyList<OrderLine> Lines)
    : IAggregate<Order, OrderEvent>
{
    /// <summary>A seller who stays silent this long loses the order, unless the installation says otherwise; the goods go back on the shelf.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromHours(24);

    public OrderStatus Status { get; private init; }

    /// <summary>The seller has stated that the money is there.</summary>
    public bool IsPaid { get; private init; }

    /// <summary>The number on the order is the buyer's: the seller has heard the code on the telephone.</summary>
    public bool IsNumberConfirmed { get; private init; }

    /// <summary>While an order is open it holds stock.</summary>
    public bool IsOpen => Status is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.AwaitingQuote or OrderStatus.Quoted || IsAway;

    /// <summary>The goods have left the seller's hands, and the order is not over.</summary>
    private bool IsAway => Status is OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Disputed;

    private Refusal OutOfHand => Status == OrderStatus.Disputed ? OrderRefusals.InDispute : OrderRefusals.OnItsWay;

    public static Decision<OrderEvent> Place(
        Id<Order> id, string number, Id<Checkout> checkout, Id<Buyer> buyer, Id<Business> seller, Id<Group> curator,
        RegionCode sellerVillage, OrderLine[] lines, Handover handover, Rupiah? deliveryFee, DateTimeOffset now,
        RegionCode? tariff = null, bool awaitsQuote = false, TimeSpan? answerTime = null, MarketPickup? market = null, BuyerTraits? traits = null)
    {
        if (lines.Length is 0 or > Limits.CartLines)
        {
            return OrderRefusals.LineCount;
        }

        if (lines.Any(line => line.Quantity is <= 0 or > Limits.Quantity))
        {
            return OrderRefusals.Quantity;
        }

        if (lines.DistinctBy(line => line.Product).Count() < lines.Length)
        {
            return OrderRefusals.SameProductTwice;
        }

        var isQuoted = handover == Handover.Delivery && awaitsQuote;
        if (handover == Handover.Delivery && deliveryFee is null && !isQuoted)
        {
            return OrderRefusals.NoDelivery;
        }

        if (market is not null && (handover != Handover.Pickup || now >= market.OrderBy))
        {
            return OrderRefusals.MarketCutOff;
        }

        var goods = lines.Aggregate(Rupiah.Zero, (sum, line) => sum + line.Total);
        var fee = market is not null || (handover == Handover.Delivery && !isQuoted) ? deliveryFee ?? Rupiah.Zero : Rupiah.Zero;
        return
        [
            new OrderPlaced(
                id, number, checkout, buyer, seller, curator, sellerVillage, lines, handover, goods, fee, goods + fee,
                now + (isQuoted ? QuoteTime : answerTime ?? AnswerTime), now, handover == Handover.Delivery && !isQuoted ? tariff : null, isQuoted, market,
                traits?.From, traits?.Returning),
        ];
    }

    public Decision<OrderEvent> Accept(DateTimeOffset now) => Status switch
    {
        OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Completed => [],
        _ when IsAway => [],
        OrderStatus.Placed => [new OrderAccepted(now)],
        OrderStatus.AwaitingQuote or OrderStatus.Quoted => Undecided,
        _ => OrderRefusals.Over(Status),
    };

    public Decision<OrderEvent> Reject(RejectionReason reason, DateTimeOffset now) => Status switch
    {
        OrderStatus.Rejected => [],
        OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.AwaitingQuote or OrderStatus.Quoted => [new OrderRejected(reason, now)],
        OrderStatus.Ready when reason == RejectionReason.NotFetched =>
            now >= MovedAt + FetchTime ? [new OrderRejected(reason, now)] : OrderRefusals.NotFetchedYet,
        OrderStatus.Ready => OrderRefusals.AlreadyReady,
        _ when IsAway => OutOfHand,
        _ => OrderRefusals.Over(Status),
    };

    public Decision<OrderEvent> MakeReady(DateTimeOffset now) => Status switch
    {
        OrderStatus.Ready or OrderStatus.Completed => [],
        _ when IsAway => [],
        OrderStatus.Accepted => [new OrderReadied(now)],
        OrderStatus.Placed => OrderRefusals.NotAccepted,
        OrderStatus.AwaitingQuote or OrderStatus.Quoted => Undecided,
        _ => OrderRefusals.Over(Status),
    };

    /// <summary>Goods against money, hand to hand: with that the order is complete.</summary>
    public Decision<OrderEvent> HandOver(DateTimeOffset now) => Status switch
    {
        OrderStatus.Completed => [],
        OrderStatus.Ready when AskedShare is not null => OrderRefusals.ShareUnanswered,
        OrderStatus.Ready => [new OrderHandedOver(now), new OrderCompleted(Total, now)],
        OrderStatus.Placed or OrderStatus.Accepted => OrderRefusals.NotReady,
        _ when IsAway => OutOfHand,
        OrderStatus.AwaitingQuote or OrderStatus.Quoted => Undecided,
        _ => OrderRefusals.Over(Status),
    };

    /// <summary>
    /// The seller has looked into their account and found the money, before the goods change hands. It is their word and
    /// kept as such: the money never passed through here. Found after an order came to nothing, it has to go back.
    /// </summary>
    /// <param name="byTransfer">It came with the code that names the order, where it has one.</param>
    public Decision<OrderEvent> StatePaid(DateTimeOffset now, bool byTransfer = false) => Status switch
    {
        OrderStatus.Completed => [],
        OrderStatus.Delivered when IsAtPoint && !IsPaid => [Came(byTransfer, now), new OrderCompleted(Total, now)],
        _ when IsAway || Status is OrderStatus.Accepted or OrderStatus.Ready => IsPaid ? [] : [Came(byTransfer, now)],
        OrderStatus.Placed => OrderRefusals.NotAccepted,
        OrderStatus.AwaitingQuote or OrderStatus.Quoted => Undecided,
        _ when WasAccepted => IsPaid ? [] : [Came(byTransfer, now)],
        _ => OrderRefusals.Over(Status),
    };

    /// <summary>The caller has compared the code that was heard on the telephone.</summary>
    public Decision<OrderEvent> ConfirmNumber(DateTimeOffset now) =>
        IsNumberConfirmed ? [] : IsOpen ? [new BuyerNumberConfirmed(now)] : OrderRefusals.Over(Status);

    /// <summary>The buyer changes their mind, which is free until the seller has answered, until delivery has a price, and when the market is not as it was.</summary>
    /// <param name="isCalledOff">The date for which it was ordered does not take place.</param>
    public Decision<OrderEvent> Cancel(DateTimeOffset now, bool isCalledOff = false) => Status switch
    {
        OrderStatus.Cancelled => [],
        OrderStatus.Accepted or OrderStatus.Ready when AskedShare is not null || (isCalledOff && Market is not null) => [new OrderCancelled(now)],
        OrderStatus.Placed or OrderStatus.AwaitingQuote or OrderStatus.Quoted => [new OrderCancelled(now)],
        OrderStatus.Accepted or OrderStatus.Ready => OrderRefusals.AlreadyAccepted,
        _ when IsAway => OrderRefusals.AlreadyAccepted,
        _ => OrderRefusals.Over(Status),
    };

    public Decision<OrderEvent> Expire(DateTimeOffset now) => Status switch
    {
        OrderStatus.Expired => [],
        OrderStatus.Placed or OrderStatus.AwaitingQuote or OrderStatus.Quoted =>
            now >= AnswerBy ? [new OrderExpired(now)] : OrderRefusals.NotDue,
        _ => OrderRefusals.Over(Status),
    };

    public static Order Evolve(Order? state, OrderEvent happened) => (state, happened) switch
    {
        (null, OrderPlaced e) => new(e.Order, e.Seller, e.Total, e.AnswerBy, e.Lines)
        {
            Status = e.AwaitsQuote ? OrderStatus.AwaitingQuote : OrderStatus.Placed,
            IsBrought = e.Handover == Handover.Delivery,
            Market = e.Market,
            Share = e.Market is null ? Rupiah.Zero : e.DeliveryFee,
        },
        (not null, DeliveryQuoted e) => state with { Status = OrderStatus.Quoted, Quote = (e.Fee, e.How), AnswerBy = e.AgreeBy },
        (not null, DeliveryQuoteAgreed e) => state with { Status = OrderStatus.Accepted, Total = e.Total, WasAccepted = true, MovedAt = e.At },
        (not null, BuyerNumberConfirmed) => state with { IsNumberConfirmed = true },
        (not null, OrderAccepted e) => state with { Status = OrderStatus.Accepted, WasAccepted = true, MovedAt = e.At },
        (not null, OrderRejected) => state.End(OrderStatus.Rejected),
        (not null, OrderReadied e) => state with { Status = OrderStatus.Ready, MovedAt = e.At },
        (not null, OrderShipped e) => state.Sail(e),
        (not null, OrderArrived e) => state with { Status = OrderStatus.Delivered, DueAt = e.ComplainBy },
        (not null, ComplaintMade or ComplaintAnswered or ComplaintEscalated or ComplaintProposed or ComplaintSettled or ComplaintDecided) => state.Hear(happened),
        (not null, OrderReturned) => state.End(OrderStatus.Returned) with { DueAt = null },
        (not null, OrderHandedOver) => state,
        (not null, MarketShareChanged or MarketShareAgreed or OrderHandedOverAtPoint) => state.Bear(happened),
        (not null, PaymentProofGiven e) => state with { Proofs = [.. state.Proofs, e.File] },
        (not null, UniqueCodeGiven e) => state with { Code = e.Code },
        (not null, PaymentReceivedStated e) => state.Paid(e.Total) with { Refund = state.CameToNothing ? RefundState.Owed : null },
        (not null, RefundStated e) => state with { Refund = RefundState.Stated, RefundHow = e.How },
        (not null, RefundReceivedStated) => state with { Refund = RefundState.Received },
        (not null, RefundMissingStated) => state with { Refund = RefundState.Missing },
        (not null, OrderCompleted e) => state with { Status = OrderStatus.Completed, MovedAt = e.At, DueAt = null },
        (not null, OrderStruck) => state with { IsStruck = true },
        (not null, OrderCountedAgain) => state with { IsStruck = false },
        (not null, OrderCancelled) => state.End(OrderStatus.Cancelled),
        (not null, OrderExpired) => state.End(OrderStatus.Expired),
        (not null, _) when EvolveCard(state, happened) is { } changed => changed,
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };
}
