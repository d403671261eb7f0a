using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Sales;

/// <summary>An order as a test made it: what it has to find again in the report.</summary>
internal sealed record Sale(DateTimeOffset At, OrderStatus End, Handover Handover, bool Helped, long Fee, (Goods Goods, int Quantity)[] Lines, string? Tariff = null)
{
    public long Worth => Lines.Sum(line => line.Goods.Price * line.Quantity);
}

/// <summary>Orders of the past, each brought to its end through the order's own decisions.</summary>
internal sealed class SalesHistory(MarketApp app)
{
    public async Task<Id<Order>> Make(Stall stall, Sale sale, RegionCode? village = null)
    {
        var (id, at) = (Id<Order>.New(), sale.At);
        var lines = sale.Lines.Select(line => new OrderLine(line.Goods.Id, line.Goods.Name, "bungkus", line.Quantity, new(line.Goods.Price))).ToArray();
        var by = new Metadata(OnBehalfOf: sale.Helped ? stall.Id.Value : null);
        Assert.Null(await app.Marketplace.BeginAsync(
            id, Order.Place(
                id, OrderNumber.Of(id, at), Id<Checkout>.New(), Id<Buyer>.New(), stall.Id, stall.Kim, village ?? Cast.Village, lines, sale.Handover,
                sale.Handover == Handover.Delivery ? new Rupiah(sale.Fee) : null, at,
                sale.Tariff is { } tariff ? RegionCode.Parse(tariff) : null), new Metadata(), default));
        foreach (var step in Steps(sale.End, at))
        {
            Assert.Null(await app.Marketplace.TellAsync(id, step, by, default));
        }

        return id;
    }

    private static IEnumerable<Func<Order, Decision<OrderEvent>>> Steps(OrderStatus end, DateTimeOffset at) => end switch
    {
        OrderStatus.Completed => [order => order.Accept(at), order => order.MakeReady(at), order => order.HandOver(at)],
        OrderStatus.Rejected => [order => order.Reject(RejectionReason.OutOfStock, at)],
        OrderStatus.Cancelled => [order => order.Cancel(at)],
        OrderStatus.Expired => [order => order.Expire(at + Order.AnswerTime)],
        OrderStatus.Accepted => [order => order.Accept(at)],
        _ => [],
    };
}
