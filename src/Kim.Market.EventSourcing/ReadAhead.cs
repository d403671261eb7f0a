namespace Kim.Market.EventSourcing;

/// <summary>Reads events page by page, each while the one before is being written: on a connection of its own.</summary>
internal sealed class ReadAhead(EventStore store, IReadOnlyCollection<Type> of, int size)
{
    private (long After, long UpTo, Task<List<Recorded>> Page)? _next;

    /// <summary>The next page, and how far one has got with it.</summary>
    public async Task<(List<Recorded> Page, long Reached)> TakeAsync(long after, long upTo, CancellationToken ct)
    {
        var page = await (_next is { } next && (next.After, next.UpTo) == (after, upTo) ? next.Page : ReadAsync(after, upTo, ct));
        var reached = page.Count < size ? upTo : page[^1].Sequence;
        _next = reached < upTo ? (reached, upTo, ReadAsync(reached, upTo, ct)) : null;
        return (page, reached);
    }

    private Task<List<Recorded>> ReadAsync(long after, long upTo, CancellationToken ct) => store.ReadAllAsync(after, upTo, of, size, ct);
}
