using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>Gives what an order of a harvest held to the next in its line, in the commit in which the order comes to nothing.</summary>
public sealed class PassingOn(NpgsqlDataSource db, Marketplace marketplace)
{
    /// <returns>How much goes back into the harvest instead of onto the shelf: nothing where it was no order of a line, or where nobody waits any more.</returns>
    public async Task<int> AddAsync(Commit commit, Id<Order> order, DateTimeOffset now, CancellationToken ct)
    {
        // an order of a line has its place for a checkout
        if (await db.RowAsync<Held>($"select q.harvest_id, q.place_id from orders o join app.queue_places q on q.place_id = o.checkout_id where o.order_id = {order.Value}", ct) is not { } held)
        {
            return 0;
        }

        var place = new Id<QueuePlace>(held.PlaceId);
        var loaded = await marketplace.LoadAsync<Harvest, HarvestEvent>(new(held.HarvestId), ct);
        var decision = loaded.State!.GiveBack(place, order, now);
        commit.Append(held.HarvestId, StreamKind<Harvest>.Name, loaded.Version, decision, loaded.History);
        return decision.Count > 0 ? loaded.State.PlaceOf(place)!.Offered : 0;
    }

    private sealed record Held(Guid HarvestId, Guid PlaceId);
}
