using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Ends orders whose sellers did not answer in time, so that the goods return to the shelf and the buyer knows.</summary>
/// <remarks>Runs on every node; an order's own version lets only one of them end it.</remarks>
public sealed partial class SilentSellers(
    NpgsqlDataSource db, OrderDesk desk, TimeProvider clock, ILogger<SilentSellers> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Ends what is due now; says how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var due = await db.RowsAsync<Guid>(
            $"""
            select order_id from orders
            where status = {(short)OrderStatus.Placed} and answer_by <= {clock.GetUtcNow()}
            order by answer_by limit {AtOnce}
            """, ct);
        var ended = 0;
        foreach (var order in due)
        {
            try
            {
                await desk.TellAsync(new Id<Order>(order), version: null, (o, now) => o.Expire(now), new Metadata(), ct);
                ended++;
            }
#pragma warning disable CA1031 // whatever is wrong with one order, the others still end, and the market stays open
            catch (Exception failure) when (failure is not (NpgsqlException or OperationCanceledException))
#pragma warning restore CA1031
            {
                OrderFailed(order, failure);
            }
        }

        return ended;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException)
            {
                SweepFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Order {Order} is due and could not be ended.")]
    private partial void OrderFailed(Guid order, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Orders that are due could not be ended; trying again soon.")]
    private partial void SweepFailed(Exception failure);
}
