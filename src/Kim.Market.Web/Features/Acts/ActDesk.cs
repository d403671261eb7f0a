using Kim.Market.Domain;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Acts;

/// <summary>How an act, or its undoing, ended.</summary>
/// <param name="Changed">How many products are different now.</param>
public sealed record ActOutcome(int Changed, Refusal? Refusal)
{
    /// <summary>Products that were not changed, each with the reason.</summary>
    public IReadOnlyList<(Product Product, Refusal Why)> Refused { get; init; } = [];
}

/// <summary>
/// Does things to goods so that they can be undone: the products' events and the act itself in one transaction. The same
/// act sent twice, or ten times at once, is done once. The caller has checked whose goods they are.
/// </summary>
public sealed class ActDesk(EventStore store, Marketplace market, TimeProvider clock)
{
    private const int Attempts = 4;
    private const string Compensation = "undo:";

    /// <param name="at">Decides on each product; what already holds is no part of the act.</param>
    public Task<ActOutcome> DoAsync(
        Guid act, ActKind kind, Guid desk, IReadOnlyList<Id<Product>> products,
        Func<Product, DateTimeOffset, Decision<ProductEvent>> at, Asker asker, CancellationToken ct) =>
        RetryAsync(() => TryDoAsync(act, kind, desk, products, at, asker, ct));

    /// <summary>Sets the act's products to what they would be without it.</summary>
    public Task<ActOutcome> UndoAsync(Guid act, Asker asker, CancellationToken ct) =>
        RetryAsync(() => TryTurnAsync(act, (known, now) => known.Undo(now), asker, ct));

    /// <summary>Sets them to what they would be had nobody undone it.</summary>
    public Task<ActOutcome> RedoAsync(Guid act, Asker asker, CancellationToken ct) =>
        RetryAsync(() => TryTurnAsync(act, (known, now) => known.Redo(now), asker, ct));

    /// <summary>Writes the act beside the events of its products.</summary>
    public static Commit Record(Commit commit, Guid act, ActKind kind, Guid desk, Id<Product>[] products, DateTimeOffset now) =>
        commit.Append(act, StreamKind<Act>.Name, Expected.New, Act.Do(new Id<Act>(act), kind, desk, products, now), []);

    private static async Task<ActOutcome> RetryAsync(Func<Task<ActOutcome>> attempt)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await attempt();
            }
            catch (StreamMovedException) when (tried < Attempts)
            {
                // somebody changed one of the products meanwhile, or the same press arrived twice: look again
            }
        }
    }

    private async Task<ActOutcome> TryDoAsync(
        Guid act, ActKind kind, Guid desk, IReadOnlyList<Id<Product>> products,
        Func<Product, DateTimeOffset, Decision<ProductEvent>> decide, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var loaded = await store.LoadManyAsync<Product>(
            [.. products.Select(product => product.Value)], static (state, happened) => Product.Evolve(state, (ProductEvent)happened), ct);
        var commit = new Commit(asker.By(act));
        var refused = new List<(Product, Refusal)>();
        var changed = new List<Id<Product>>();
        foreach (var product in loaded)
        {
            var decision = decide(product.State!, now);
            if (decision.Refusal is { } why)
            {
                refused.Add((product.State!, why));
            }

            if (decision.Count > 0)
            {
                changed.Add(product.State!.Id);
                commit.Append(product.State.Id.Value, StreamKind<Product>.Name, product.Version, decision, product.History);
            }
        }

        if (changed.Count > 0)
        {
            await store.CommitAsync(Record(commit, act, kind, desk, [.. changed], now), ct);
        }

        return new(changed.Count, refused.Count > 0 ? refused[0].Item2 : null) { Refused = refused };
    }

    private async Task<ActOutcome> TryTurnAsync(Guid id, Func<Act, DateTimeOffset, Decision<ActEvent>> turn, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var loaded = await market.LoadAsync<Act, ActEvent>(new Id<Act>(id), ct);
        var turned = turn(loaded.State!, now);
        if (turned.Count == 0)
        {
            return new(0, turned.Refusal);
        }

        var histories = await store.ReadManyAsync([.. loaded.State!.Products.Select(product => product.Value)], ct);
        var undone = await UndoneAsync(histories.Values, ct);
        _ = turned[0] is ActUndone ? undone.Add(id) : undone.Remove(id);

        var commit = new Commit(asker.By() with { Causation = Compensation + id });
        commit.Append(id, StreamKind<Act>.Name, loaded.Version, turned, loaded.History);
        var changed = 0;
        foreach (var (product, history) in histories)
        {
            var events = Undoing.Compensate([.. history.Select(Read)], undone, now);
            commit.Append(product, StreamKind<Product>.Name, history[^1].Version, events, history);
            changed += events.Count > 0 ? 1 : 0;
        }

        await store.CommitAsync(commit, ct);
        return new(changed, null);
    }

    /// <summary>Of all acts that ever touched these products, those that are undone.</summary>
    private async Task<HashSet<Guid>> UndoneAsync(IEnumerable<IReadOnlyList<Recorded>> histories, CancellationToken ct)
    {
        var acts = histories.SelectMany(history => history).Select(recorded => Read(recorded).Act).OfType<Guid>().ToHashSet();
        var known = await store.ReadManyAsync(acts, ct);
        return
        [
            .. known.Where(act => act.Value.Count > 0 && act.Value.All(recorded => recorded.Data is ActEvent)
                && act.Value.Select(recorded => (ActEvent)recorded.Data).Aggregate((Act?)null, Act.Evolve)!.IsUndone).Select(act => act.Key),
        ];
    }

    private static Caused Read(Recorded recorded)
    {
        var causation = recorded.Metadata.Causation;
        return new(
            (ProductEvent)recorded.Data,
            Guid.TryParse(causation, out var act) ? act : null,
            causation?.StartsWith(Compensation, StringComparison.Ordinal) == true);
    }
}
