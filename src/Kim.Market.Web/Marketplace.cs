using Kim.Market.Domain;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web;

/// <summary>The one door through which the product changes: read a stream, decide, append.</summary>
public sealed class Marketplace(EventStore store)
{
    private const int Attempts = 4;

    /// <summary>Brings a new aggregate into being.</summary>
    public Task<Refusal?> BeginAsync<T, TEvent>(Id<T> id, Decision<TEvent> decision, Metadata by, CancellationToken ct)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class =>
        AppendAsync(id, Expected.New, decision, [], new Commit(by), ct);

    /// <summary>Asks an existing aggregate for something. Whoever was faster is read again and asked again.</summary>
    /// <param name="also">What belongs to it and is no event, such as a paper: kept with the events, or not at all.</param>
    public async Task<Refusal?> TellAsync<T, TEvent>(
        Id<T> id, Func<T, Decision<TEvent>> decide, Metadata by, CancellationToken ct, Func<IEnumerable<Sql>>? also = null)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var loaded = await LoadAsync<T, TEvent>(id, ct);
                var commit = new Commit(by);
                foreach (var statement in also?.Invoke() ?? [])
                {
                    commit.Also(statement);
                }

                return await AppendAsync(id, loaded.Version, decide(loaded.State!), loaded.History, commit, ct);
            }
            catch (StreamMovedException) when (attempt < Attempts)
            {
                // Decided on what was true a moment ago: ask again.
            }
        }
    }

    /// <summary>The aggregate as its events tell it.</summary>
    public Task<Loaded<T>> LoadAsync<T, TEvent>(Id<T> id, CancellationToken ct)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class =>
        store.LoadAsync<T>(id.Value, static (state, happened) => T.Evolve(state, (TEvent)happened), ct);

    private async Task<Refusal?> AppendAsync<T, TEvent>(
        Id<T> id, long version, Decision<TEvent> decision, IReadOnlyList<Recorded> history, Commit commit, CancellationToken ct)
        where TEvent : class
    {
        if (decision.Count > 0)
        {
            try
            {
                await store.CommitAsync(commit.Append(id.Value, StreamKind<T>.Name, version, decision, history), ct);
            }
            catch (ConstraintRefusedException refused)
            {
                return Constraints.Explain(refused);
            }
        }

        return decision.Refusal;
    }
}
