using System.Text.Json;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Features.Orders;

/// <summary>One order as its buyer sees it, with what its seller says about handing over.</summary>
/// <param name="OpensAll">True when the key was the buyer's own, which opens every order of the checkout.</param>
/// <param name="Paid">The seller has stated that the money is there.</param>
public sealed record BuyerOrder(
    Guid OrderId, long Version, string Number, Guid BuyerId, string Village, short Handover, string Lines, long Goods, long Fee,
    long Total, short Status, short? Reason, DateTime PlacedAt, DateTime AnswerBy, Guid BusinessId, string Business,
    string BusinessSlug, string? PickupPlace, string? PickupHours, bool OpensAll, bool Paid)
{
    public OrderStatus State => (OrderStatus)Status;

    public bool IsOpen => State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready;

    public bool IsDelivered => (Handover)Handover == Domain.Orders.Handover.Delivery;

    public OrderedLine[] Ordered => JsonSerializer.Deserialize(Lines, OrderJson.Default.OrderedLineArray)!;
}

/// <summary>An order in the list of those a browser has the keys to.</summary>
public sealed record KnownOrder(byte[] Hash, string Number, short Status, short Handover, long Total, DateTime PlacedAt, string Village, string Business)
{
    public OrderStatus State => (OrderStatus)Status;

    public bool IsDelivered => (Handover)Handover == Domain.Orders.Handover.Delivery;
}
