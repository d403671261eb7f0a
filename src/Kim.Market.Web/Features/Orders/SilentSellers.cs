using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Ends orders whose sellers, or whose buyers asked to agree to a delivery price, did not answer in time, so that the goods return to the shelf and the buyer knows.</summary>
/// <remarks>Runs on every node; an order's own version lets only one of them end it.</remarks>
public sealed partial class SilentSellers(NpgsqlDataSource db, OrderDesk desk, TimeProvider clock, ILogger<SilentSellers> log)
    : Sweep(TimeSpan.FromSeconds(20), clock, log)
{
    private const int AtOnce = 100;
    private readonly ILogger _log = log;

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

    [LoggerMessage(Level = LogLevel.Error, Message = "Order {Order} is due and could not be ended.")]
    private partial void OrderFailed(Guid order, Exception failure);
}
