using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Orders;

public sealed partial class OrderDesk
{
    /// <summary>
    /// Somebody of the KIM hands over what lies there for one buyer: all of it in one transaction, or nothing. What is over already stays as it is.
    /// </summary>
    /// <exception cref="StreamMovedException">One of them has changed in the same moment.</exception>
    public async Task<Refusal?> HandOverAtPointAsync(IReadOnlyCollection<Id<Order>> ids, Id<Group> by, Metadata who, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var commit = new Commit(who);
        var told = 0;
        foreach (var id in ids.Distinct().OrderBy(id => id.Value))
        {
            var loaded = await marketplace.LoadAsync<Order, OrderEvent>(id, ct);
            var decision = loaded.State!.HandOverAtPoint(by, now);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }

            commit.Append(id.Value, StreamKind<Order>.Name, loaded.Version, decision, loaded.History);
            await MoveStockAsync(commit, loaded.State, decision, now, ct);
            told += decision.Count;
        }

        if (told > 0)
        {
            await store.CommitAsync(commit, ct);
        }

        return null;
    }

    /// <summary>Where an order that shared a price came to nothing or was paid, the others hear what they bear now: in the same transaction, so that the sums are right at every moment.</summary>
    private async Task ShareAsync(Commit commit, Order order, Decision<OrderEvent> decision, int lost, DateTimeOffset now, CancellationToken ct)
    {
        if (order.Market is not { Shared.Amount: > 0 } || !decision.Any(Unsettles))
        {
            return;
        }

        var others = await db.RowsAsync<Guid>(
            $"""
            select s.order_id
            from orders o
            join orders s on s.checkout_id = o.checkout_id and s.market_day = o.market_day and s.market_date = o.market_date and s.order_id <> o.order_id
            where o.order_id = {order.Id.Value}
            limit {Limits.CartLines}
            """, ct);
        var loaded = new Dictionary<Id<Order>, Loaded<Order>>();
        foreach (var other in others)
        {
            loaded[new(other)] = await marketplace.LoadAsync<Order, OrderEvent>(new Id<Order>(other), ct);
        }

        var after = decision.Aggregate(order, Order.Evolve);
        foreach (var (sharing, told) in SharedCost.Tell([after, .. loaded.Values.Select(known => known.State!)], now))
        {
            if (loaded.TryGetValue(sharing.Id, out var known))
            {
                var code = await codes.ForAsync(told.Aggregate(known.State!, Order.Evolve), told, lost, now, ct);
                commit.Append(sharing.Id.Value, StreamKind<Order>.Name, known.Version, [.. told, .. code], known.History);
            }
        }
    }

    private static bool Unsettles(OrderEvent happened) =>
        happened is OrderRejected or OrderCancelled or OrderExpired or OrderReturned or PaymentReceivedStated or CardPaymentConfirmed;
}
