using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Moves orders on that nobody says anything about: what was sent has arrived some day, what arrived is complete some day.</summary>
/// <remarks>Runs on every node; an order's own version lets only one of them move it.</remarks>
public sealed class OrderTimers(NpgsqlDataSource db, OrderDesk desk, TimeProvider clock, ILogger<OrderTimers> log)
    : Sweep(TimeSpan.FromSeconds(30), clock, log)
{
    private const int AtOnce = 100;

    /// <summary>Moves what is due now; says how many.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var due = await db.RowsAsync<Guid>(
            $"select order_id from orders where due_at <= {Clock.GetUtcNow()} order by due_at limit {AtOnce}", ct);
        var moved = 0;
        foreach (var order in due)
        {
            await TryAsync(
                order, async () => moved += await desk.TellAsync(new Id<Order>(order), version: null, (o, now) => o.PassTime(now), new Metadata(), ct) is null ? 1 : 0);
        }

        return moved;
    }
}
