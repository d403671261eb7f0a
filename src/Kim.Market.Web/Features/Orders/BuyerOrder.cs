using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Payments;

namespace Kim.Market.Web.Features.Orders;

/// <summary>One order as its buyer sees it, with what its seller says about handing over.</summary>
/// <param name="OpensAll">True when the key was the buyer's own, which opens every order of the checkout.</param>
/// <param name="Paid">The seller has stated that the money is there.</param>
public sealed record BuyerOrder(
    Guid OrderId, long Version, string Number, Guid BuyerId, string Village, short Handover, string Lines, long Goods, long Fee,
    long Total, short Status, short? Reason, DateTime PlacedAt, DateTime AnswerBy, Guid BusinessId, string Business,
    string BusinessSlug, string? PickupPlace, string? PickupHours, bool OpensAll, bool Paid,
    long? Quote, string? QuoteHow, string? Proofs = null, short? Refund = null, string? RefundHow = null,
    bool PaidByCard = false)
{
    /// <summary>Pictures with which the buyer shows that it is paid.</summary>
    public IReadOnlyList<GivenProof> Given => GivenProof.Read(Proofs);

    public OrderStatus State => (OrderStatus)Status;

    /// <summary>How far money is on its way back; null where none has to go back.</summary>
    public RefundState? Refunding => (RefundState?)Refund;

    /// <summary>Money has to come back, and its buyer has not said that it is there.</summary>
    public bool AwaitsMoney => Refunding is not (null or RefundState.Received or RefundState.ByCard);

    public bool IsOpen => State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready || IsUndecided;

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
