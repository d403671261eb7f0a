using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>What a seller announces, on one screen.</summary>
public sealed record NewHarvest(
    Guid Command, Id<Product> Product, Id<Business> Seller, int Capacity, DateOnly ReadyFrom, DateOnly ReadyUntil, DateTimeOffset QueueUntil,
    int Least, int Most, Rupiah? Price);

/// <summary>Tells a harvest what its seller, its line or the clock decided. Whose it is, the caller has asked.</summary>
public sealed class HarvestDesk(EventStore store, Marketplace marketplace, Commands commands, TimeProvider clock)
{
    private const int Attempts = 12;
    private const int Lanes = 64;

    // When a harvest is opened its whole line comes at once. On this node they go one by one; between nodes the version of the
    // stream decides, and whoever was slower asks again.
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The same form sent twice, or ten times at once, is one harvest.</summary>
    public async Task<(Id<Harvest> Id, Refusal? Refusal)> AnnounceAsync(NewHarvest harvest, Metadata by, CancellationToken ct, DateTimeOffset? at = null)
    {
        if (await KnownAsync(harvest.Command, ct) is { } known)
        {
            return (known, null);
        }

        var id = Id<Harvest>.New();
        var announced = Harvest.Announce(
            id, harvest.Product, harvest.Seller, harvest.Capacity, harvest.ReadyFrom, harvest.ReadyUntil, harvest.QueueUntil,
            harvest.Least, harvest.Most, harvest.Price, at ?? clock.GetUtcNow());
        if (announced.Refusal is { } refusal)
        {
            return (id, refusal);
        }

        try
        {
            await store.CommitAsync(
                new Commit(by with { At = at }).First(Commands.Once(harvest.Command, id.ToString()))
                    .Append(id.Value, StreamKind<Harvest>.Name, Expected.New, announced, []), ct);
            return (id, null);
        }
        catch (ConstraintRefusedException refused) when (refused.Constraint is Constraints.CommandOnce or Constraints.HarvestOnce)
        {
            // Its twin was faster, or another one of this product still runs.
            return await KnownAsync(harvest.Command, ct) is { } twin ? (twin, null) : (id, HarvestRefusals.Running);
        }
    }

    /// <param name="also">What belongs to it in the same transaction, once it is decided.</param>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    /// <returns>Why not; null when it is done or held already.</returns>
    public async Task<Refusal?> TellAsync(
        Id<Harvest> id, Func<Harvest, DateTimeOffset, Decision<HarvestEvent>> decide, Metadata by, CancellationToken ct,
        Func<Commit, Harvest, DateTimeOffset, Task<Refusal?>>? also = null, DateTimeOffset? at = null)
    {
        var lane = _lanes[(uint)id.GetHashCode() % Lanes];
        await lane.WaitAsync(ct);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var loaded = await marketplace.LoadAsync<Harvest, HarvestEvent>(id, ct);
                var harvest = loaded.State ?? throw new InvalidOperationException("There is no such harvest.");
                var now = at ?? clock.GetUtcNow();
                var decision = decide(harvest, now);
                if (decision.Count == 0)
                {
                    return decision.Refusal;
                }

                var commit = new Commit(by with { At = at }).Append(id.Value, StreamKind<Harvest>.Name, loaded.Version, decision, loaded.History);
                if (also is not null && await also(commit, harvest, now) is { } refusal)
                {
                    return refusal;
                }

                try
                {
                    await store.CommitAsync(commit, ct);
                    return null;
                }
                catch (StreamMovedException) when (attempt < Attempts)
                {
                    // Another node was faster: ask again.
                }
                catch (ConstraintRefusedException refused) when (refused.Constraint == Constraints.TransferOnce && attempt < Attempts)
                {
                    // Its order drew the unique code that another one drew in the same moment: draw again.
                }
            }
        }
        finally
        {
            lane.Release();
        }
    }

    public Task<Refusal?> OpenAsync(Id<Harvest> id, int capacity, Rupiah price, Metadata by, CancellationToken ct, DateTimeOffset? at = null) =>
        TellAsync(id, (harvest, now) => harvest.Open(capacity, price, now), by, ct, at: at);

    public Task<Refusal?> CloseAsync(Id<Harvest> id, Metadata by, CancellationToken ct) => TellAsync(id, (harvest, now) => harvest.Close(now), by, ct);

    public Task<Refusal?> FailAsync(Id<Harvest> id, Metadata by, CancellationToken ct, DateTimeOffset? at = null) =>
        TellAsync(id, (harvest, now) => harvest.Fail(now), by, ct, at: at);

    /// <summary>Puts what the queue did not take on the shelf, for everybody.</summary>
    public Task<Refusal?> ShelveAsync(Id<Harvest> id, Metadata by, CancellationToken ct) => TellAsync(
        id, (harvest, now) => harvest.Shelve(now), by, ct,
        async (commit, harvest, now) => await ShelfAsync(commit, harvest.Product, stock => stock.Receive(harvest.Rest, now), ct));

    /// <summary>Moves the shelf of a harvest's product in the commit of the harvest.</summary>
    internal async Task<Refusal?> ShelfAsync(Commit commit, Id<Product> product, Func<Stock, Decision<StockEvent>> move, CancellationToken ct)
    {
        var stream = Stock.Of(product).Value;
        var stock = (await store.LoadManyAsync<Stock>(
            [stream], static (state, happened) => Stock.Evolve(state, (StockEvent)happened), Stocks.StockSnapshots.Kind, ct))[0];
        var moved = move(stock.State!);
        if (moved.Refusal is null)
        {
            commit.Append(stream, StreamKind<Stock>.Name, Expected.Any, moved);
        }

        return moved.Refusal;
    }

    private async Task<Id<Harvest>?> KnownAsync(Guid command, CancellationToken ct) =>
        await commands.ResultAsync(command, ct) is { } done ? Id<Harvest>.Parse(done, null) : null;
}
