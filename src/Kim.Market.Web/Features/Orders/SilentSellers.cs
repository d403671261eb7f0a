using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Ends orders whose sellers, or whose buyers asked to agree to a delivery price, did not answer in time, so that the goods return to the shelf and the buyer knows.</summary>
/// <remarks>Runs on every node; an order's own version lets only one of them end it.</remarks>
public sealed class SilentSellers(NpgsqlDataSource db, OrderDesk desk, TimeProvider clock, ILogger<SilentSellers> log)
    : Sweep(TimeSpan.FromSeconds(20), clock, log)
{
    private const int AtOnce = 100;

    /// <summary>Ends what is due now; says how many.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var due = await db.RowsAsync<Guid>(
            $"""
            select order_id from orders
            where status in ({(short)OrderStatus.Placed}, {(short)OrderStatus.AwaitingQuote}, {(short)OrderStatus.Quoted}) and answer_by <= {Clock.GetUtcNow()}
            order by answer_by limit {AtOnce}
            """, ct);
        var ended = 0;
        foreach (var order in due)
        {
            ended += await TryAsync(order, () => desk.TellAsync(new Id<Order>(order), version: null, (o, now) => o.Expire(now), new Metadata(), ct)) ? 1 : 0;
        }

        return ended;
    }
}
