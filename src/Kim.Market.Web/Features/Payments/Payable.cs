using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Payments;

/// <summary>Which orders can be paid, in whatever way.</summary>
internal static class Payable
{
    /// <summary>Orders <c>o</c> that their seller has accepted, that are not over, and that nobody has said to be paid.</summary>
    public static SqlPart Orders => SqlPart.Of(
        $"""
        o.status in ({(short)OrderStatus.Accepted}, {(short)OrderStatus.Ready}, {(short)OrderStatus.Shipped}, {(short)OrderStatus.Delivered}) and not o.paid
        """);

    /// <summary>The same of an order that was read already.</summary>
    public static bool Is(OrderStatus status, bool isPaid) =>
        status is OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Shipped or OrderStatus.Delivered && !isPaid;
}
