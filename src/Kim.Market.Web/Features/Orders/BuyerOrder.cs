using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Features.Payments;

namespace Kim.Market.Web.Features.Orders;

/// <summary>One order as its buyer sees it, with what its seller says about handing over.</summary>
/// <param name="OpensAll">True when the key was the buyer's own, which opens every order of the checkout.</param>
/// <param name="Paid">The seller has stated that the money is there.</param>
public sealed record BuyerOrder(
    Guid OrderId, long Version, string Number, Guid BuyerId, string Village, short Handover, string Lines, long Goods, long Fee,
    long Total, short Status, short? Reason, DateTime PlacedAt, DateTime AnswerBy, Guid BusinessId, string Business,
    string BusinessSlug, string? PickupPlace, string? PickupHours, bool OpensAll, bool Paid,
    long? Quote, string? QuoteHow, string? Proofs = null, DateTime? DueAt = null, short? Refund = null, string? RefundHow = null,
    short? Complaint = null, DateTime? TouchedAt = null, bool PaidByCard = false, Guid? MarketDay = null, DateOnly? MarketDate = null,
    DateTime? MarketFrom = null, DateTime? MarketUntil = null, long? MarketCost = null, long? AskedShare = null, bool AtPoint = false, string? CalledOff = null, Guid CheckoutId = default,
    long? Code = null, long? Received = null, bool Codes = false)
{
    /// <summary>What a transfer would bring; null where it would be the total.</summary>
    public Rupiah? Transfer => Code is { } code ? new(Total + code) : null;

    /// <summary>The highest code that it may still get, or get anew; null where none is to come.</summary>
    public Rupiah? MostCode => !Codes || Paid ? null
        : State == OrderStatus.AwaitingQuote ? UniqueCode.MostFor(Rupiah.Highest)
        : IsShareAsked ? UniqueCode.MostFor(WithAskedShare)
        : State is OrderStatus.Placed or OrderStatus.Quoted ? UniqueCode.MostFor(Asked)
        : null;

    /// <summary>What has to come back where it came to nothing: as much as came in.</summary>
    public Rupiah Back => new(Received ?? Total);

    /// <summary>Where it is fetched together with others; null where it goes its own way.</summary>
    public BuyerMarket? Market => BuyerMarket.Of(MarketDay, MarketDate, PickupPlace, MarketFrom, MarketUntil, MarketCost, CalledOff);

    /// <summary>The buyer is asked to agree to a share that rose.</summary>
    public bool IsShareAsked => AskedShare is not null && State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready;

    /// <summary>What it would come to with that.</summary>
    public Rupiah WithAskedShare => new(Goods + AskedShare!.Value);

    /// <summary>Whether the buyer may take it back.</summary>
    public bool MayCancel => OpensAll && (State is OrderStatus.Placed or OrderStatus.AwaitingQuote or OrderStatus.Quoted
        || (State is OrderStatus.Accepted or OrderStatus.Ready && (AskedShare is not null || CalledOff is not null)));

    /// <summary>Pictures with which the buyer shows that it is paid.</summary>
    public IReadOnlyList<GivenProof> Given => GivenProof.Read(Proofs);

    public OrderStatus State => (OrderStatus)Status;

    public bool IsOpen => State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Disputed || IsUndecided || IsAway;

    /// <summary>A complaint that is not over.</summary>
    public bool IsComplainedOf => (ComplaintStage?)Complaint is { } stage and not (ComplaintStage.Settled or ComplaintStage.Decided);

    /// <summary>Whether the buyer may complain now: of what travels or has arrived, of what was promised a week ago, of what was completed a while ago.</summary>
    public bool MayComplain(DateTimeOffset now) => Complaint is null && (State, TouchedAt) switch
    {
        (OrderStatus.Shipped or OrderStatus.Delivered, _) => true,
        (OrderStatus.Accepted or OrderStatus.Ready, { } since) => now - since >= Order.JourneyTime,
        (OrderStatus.Completed, { } since) => now - since <= Order.LateComplaintTime,
        _ => false,
    };

    /// <summary>The goods travel, or have arrived and are being looked at.</summary>
    public bool IsAway => State is OrderStatus.Shipped or OrderStatus.Delivered;

    /// <summary>How far money is on its way back; null where none has to go back.</summary>
    public RefundState? Refunding => (RefundState?)Refund;

    /// <summary>Money has to come back, and its buyer has not said that it is there.</summary>
    public bool AwaitsMoney => Refunding is not (null or RefundState.Received or RefundState.ByCard);

    /// <summary>What delivery costs is not agreed yet.</summary>
    public bool IsUndecided => State is OrderStatus.AwaitingQuote or OrderStatus.Quoted;

    /// <summary>What it comes to as far as anybody has said; before a quote that is the goods alone.</summary>
    public Rupiah Asked => new(State == OrderStatus.Quoted ? Goods + Quote!.Value : Total);

    public bool IsDelivered => (Handover)Handover == Domain.Orders.Handover.Delivery;

    public OrderedLine[] Ordered => JsonSerializer.Deserialize(Lines, OrderJson.Default.OrderedLineArray)!;
}

/// <summary>An order in the list of those a browser has the keys to.</summary>
public sealed record KnownOrder(byte[] Hash, string Number, short Status, short Handover, long Total, DateTime PlacedAt, string Village, string Business)
{
    public OrderStatus State => (OrderStatus)Status;

    /// <summary>What delivery costs is not agreed yet.</summary>
    public bool IsUndecided => State is OrderStatus.AwaitingQuote or OrderStatus.Quoted;

    public bool IsDelivered => (Handover)Handover == Domain.Orders.Handover.Delivery;
}
