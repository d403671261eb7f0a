using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Payments;
using Kim.Market.Web.Features.Stocks;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Moves an order along, together with the stock it holds: both in one transaction or neither.</summary>
public sealed partial class OrderDesk(
    EventStore store, Marketplace marketplace, UniqueCodes codes, PassingOn line, NpgsqlDataSource db, TimeProvider clock)
{
    private const int Attempts = 12;

    /// <param name="version">The version the asker saw; null for those who saw none, such as a timer.</param>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    /// <param name="also">What belongs to it and is no event: kept with the events, or not at all.</param>
    /// <exception cref="StreamMovedException">The order has changed since the asker looked.</exception>
    public async Task<Refusal?> TellAsync(
        Id<Order> id, long? version, Func<Order, DateTimeOffset, Decision<OrderEvent>> decide, Metadata by, CancellationToken ct,
        DateTimeOffset? at = null, IReadOnlyList<Sql>? also = null)
    {
        var lost = 0;
        for (var attempt = 1; ; attempt++)
        {
            var loaded = await marketplace.LoadAsync<Order, OrderEvent>(id, ct);
            var order = loaded.State ?? throw new InvalidOperationException("There is no such order.");
            var now = at ?? clock.GetUtcNow();
            var decision = decide(order, now);

            // What already holds answers with nothing, whichever version asked: a second press is not a conflict.
            if (decision.Count == 0)
            {
                return decision.Refusal;
            }

            if (version is not null && version != loaded.Version)
            {
                throw new StreamMovedException(id.Value, version.Value, loaded.Version);
            }

            try
            {
                Decision<OrderEvent> all = [.. decision, .. await codes.ForAsync(decision.Aggregate(order, Order.Evolve), decision, lost, now, ct)];
                var commit = new Commit(by with { At = at }).Append(id.Value, StreamKind<Order>.Name, loaded.Version, all, loaded.History);
                foreach (var statement in also ?? [])
                {
                    commit.Also(statement);
                }

                await MoveStockAsync(commit, order, decision, now, ct);
                await ShareAsync(commit, order, decision, lost, now, ct);
                await store.CommitAsync(commit, ct);
                return null;
            }
            catch (StreamMovedException moved) when ((version is null || moved.Stream != id.Value) && attempt < Attempts)
            {
                // A timer saw no version, and nobody saw that of the orders that share a price with this one, or of the line it came of: ask again.
            }
            catch (ConstraintRefusedException refused) when (refused.Constraint == Constraints.TransferOnce)
            {
                // Somebody's order drew the same code in the same moment: draw again, as often as there is a draw.
                lost++;
                attempt--;
            }
            catch (ConstraintRefusedException) when (attempt < Attempts)
            {
                // Somebody moved the stock of this order in the same moment, and so the order: ask again.
            }
        }
    }

    private async Task MoveStockAsync(Commit commit, Order order, Decision<OrderEvent> decision, DateTimeOffset now, CancellationToken ct)
    {
        // What was returned left the shelf too: whatever comes back, the seller books by hand.
        var leaves = decision.Any(happened => happened is OrderCompleted or OrderReturned);
        if (!leaves && !decision.Any(happened => happened is OrderRejected or OrderCancelled or OrderExpired))
        {
            return;
        }

        // What its seller says is not there can be offered to nobody.
        var isMissing = decision.Any(happened => happened is OrderRejected { Reason: RejectionReason.OutOfStock });
        var passedOn = leaves || isMissing ? 0 : await line.AddAsync(commit, order.Id, now, ct);
        var streams = order.Lines.Select(line => Stock.Of(line.Product).Value).ToArray();
        var stocks = await store.LoadManyAsync<Stock>(
            streams, static (state, happened) => Stock.Evolve(state, (StockEvent)happened), StockSnapshots.Kind, ct);
        foreach (var (stream, stock) in streams.Zip(stocks))
        {
            // Only this order can release or issue what it reserved, and its own version lets one of two racers through.
            var moved = leaves ? stock.State!.Issue(order.Id, now) : stock.State!.Release(order.Id, now);
            commit.Append(stream, StreamKind<Stock>.Name, Expected.Any, passedOn == 0 ? moved : PassedOn(stock.State!, moved, passedOn, now));
        }
    }

    // It comes onto the shelf again with the order of whoever takes it: until then nobody can buy past the line.
    private static List<StockEvent> PassedOn(Stock stock, Decision<StockEvent> released, int quantity, DateTimeOffset now) =>
        [.. released, .. released.Aggregate(stock, Stock.Evolve).Remove(quantity, RemovalReason.PassedOn, now)];
}
