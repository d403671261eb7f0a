using Kim.Market.Domain;
using Kim.Market.EventSourcing;

namespace Kim.Market.Benchmarks.Regency;

/// <summary>
/// Lets years pass: what was planned happens in the order of time, decided by the aggregates themselves, and is stored as events that were
/// recorded when they happened. Read models are not written; whoever wants them makes them of the events.
/// </summary>
internal sealed class Timetable(EventStore store)
{
    private const int Together = 100;

    private static readonly TimeSpan Span = TimeSpan.FromHours(3);

    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset At, long Turn)> _plan = new();
    private readonly Dictionary<Guid, (object State, long Version)> _known = [];
    private readonly Dictionary<Guid, (string Kind, long Expected, List<object> Events)> _waiting = [];
    private long _turn;

    /// <summary>How many events have been stored.</summary>
    public long Stored { get; private set; }

    public void Plan(DateTimeOffset at, Action<DateTimeOffset> what) => _plan.Enqueue(what, (at, _turn++));

    public void Begin<T, TEvent>(Id<T> id, Decision<TEvent> decision)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class => Happen<T, TEvent>(id, null, 0, decision);

    /// <returns>Whether the aggregate agreed.</returns>
    public bool Tell<T, TEvent>(Id<T> id, Func<T, Decision<TEvent>> decide)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
    {
        var (state, version) = _known[id.Value];
        var decision = decide((T)state);
        if (decision.Refusal is not null)
        {
            return false;
        }

        Happen(id, (T)state, version, decision);
        return true;
    }

    /// <summary>Nothing more will be asked of it.</summary>
    public void Forget<T>(Id<T> id) => _known.Remove(id.Value);

    /// <summary>Until nothing is planned any more, or the time has come.</summary>
    public async Task RunAsync(DateTimeOffset until)
    {
        var (since, last) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        while (_plan.TryPeek(out var what, out var when) && when.At < until)
        {
            if (_waiting.Count >= Together || when.At - since > Span)
            {
                await StoreAsync(last);
                since = when.At;
            }

            _plan.Dequeue();
            last = when.At;
            what(when.At);
        }

        await StoreAsync(last);
    }

    private void Happen<T, TEvent>(Id<T> id, T? state, long version, Decision<TEvent> decision)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
    {
        if (decision.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{typeof(T).Name}: {refusal.Code}");
        }

        if (decision.Count == 0)
        {
            return;
        }

        if (!_waiting.TryGetValue(id.Value, out var waiting))
        {
            _waiting.Add(id.Value, waiting = (typeof(T).Name.ToLowerInvariant(), version, []));
        }

        foreach (var happened in decision)
        {
            state = T.Evolve(state, happened);
            waiting.Events.Add(happened);
        }

        _known[id.Value] = (state!, version + decision.Count);
    }

    private async Task StoreAsync(DateTimeOffset at)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var commit = new Commit(new(At: at));
        foreach (var (stream, (kind, expected, events)) in _waiting)
        {
            commit.Append(stream, kind, expected, events);
            Stored += events.Count;
        }

        _waiting.Clear();
        await store.CommitAsync(commit, default);
    }
}
