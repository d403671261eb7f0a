namespace Kim.Market.Domain.Orders;

/// <summary>
/// Who bears what of the one price of bringing everything to the market day. The price is fixed; it is split evenly among the sellers,
/// in whole hundreds of rupiah, and what that leaves over goes to the first.
/// </summary>
public static class SharedCost
{
    /// <summary>The smallest coin that anybody still gives as change.</summary>
    public const int Step = 100;

    public static Rupiah[] Split(Rupiah total, int among)
    {
        if (among <= 0)
        {
            return [];
        }

        var each = new Rupiah(total.Amount / among / Step * Step);
        return [total - (each * (among - 1)), .. Enumerable.Repeat(each, among - 1)];
    }

    /// <summary>
    /// What the orders of one buyer for one date have to be told, after one of them has ended or was paid. Those that came to nothing bear nothing,
    /// what is paid or handed over keeps its share, and the others split what is left.
    /// </summary>
    public static IReadOnlyList<(Order Order, Decision<OrderEvent> Told)> Tell(IEnumerable<Order> orders, DateTimeOffset now)
    {
        var known = orders.Where(order => order.Market is not null).OrderBy(order => order.Market!.Turn).ToList();
        var bearing = known.FindAll(order => order.MayBear(now));
        var settled = known.Where(order => !order.CameToNothing && !order.MayBear(now)).Aggregate(Rupiah.Zero, (sum, order) => sum + order.Borne);
        if (bearing.Count == 0 || known[0].Market!.Shared < settled)
        {
            return [];
        }

        var shares = Split(known[0].Market!.Shared - settled, bearing.Count);
        return [.. bearing.Select((order, i) => (order, order.BearShare(shares[i], bearing.Count, now)))];
    }
}
