namespace Kim.Market.EventSourcing;

public sealed partial class EventStore
{
    /// <summary>Folds a stream from its first event.</summary>
    public async Task<Loaded<T>> LoadAsync<T>(Guid stream, Func<T?, object, T> evolve, CancellationToken ct) =>
        Fold(await ReadAsync(stream, after: 0, ct), evolve, default, 0);

    /// <summary>Folds a stream from its last snapshot, in the same one round trip.</summary>
    public async Task<Loaded<T>> LoadAsync<T>(
        Guid stream, Func<T?, object, T> evolve, SnapshotKind<T> snapshot, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var (state, version, tail) = await Queries.SnapshotAsync(connection, stream, snapshot, ct);
        return Fold(tail, evolve, state, version);
    }

    /// <summary>Folds several streams of one kind in one round trip; the answers stand in the order of the questions.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> LoadManyAsync<T>(
        IReadOnlyList<Guid> streams, Func<T?, object, T> evolve, CancellationToken ct)
    {
        var histories = await ReadManyAsync(streams, ct);
        return [.. streams.Select(stream => Fold(histories[stream], evolve, default, 0))];
    }

    /// <summary>The events of a stream after a version.</summary>
    public async Task<List<Recorded>> ReadAsync(Guid stream, long after = 0, CancellationToken ct = default)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await Queries.StreamAsync(connection, stream, after, ct);
    }

    /// <summary>The events of several streams, of whatever kinds, in one round trip; every stream asked for is a key.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>>> ReadManyAsync(
        IReadOnlyCollection<Guid> streams, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var events = (await Queries.StreamsAsync(connection, [.. streams], ct)).ToLookup(recorded => recorded.Stream);
        return streams.Distinct().ToDictionary(stream => stream, stream => (IReadOnlyList<Recorded>)[.. events[stream]]);
    }

    /// <summary>Events of all streams in the order of the store, those of archived streams too.</summary>
    /// <param name="upTo">A position that <see cref="HighWater"/> has called safe.</param>
    /// <param name="of">Null for events of every type.</param>
    public async Task<List<Recorded>> ReadAllAsync(
        long after, long upTo, IReadOnlyCollection<Type>? of, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await Queries.PageAsync(connection, after, upTo, of, limit, ct);
    }

    /// <summary>The events at these places in the store, in their order there; a place without an event is left out.</summary>
    public async Task<List<Recorded>> ReadAtAsync(IReadOnlyCollection<long> sequences, CancellationToken ct)
    {
        if (sequences.Count == 0)
        {
            return [];
        }

        await using var connection = await db.OpenConnectionAsync(ct);
        return await Queries.AtAsync(connection, [.. sequences], ct);
    }

    /// <summary>What is known of a stream without its events; null when it never began.</summary>
    public async Task<StreamHead?> HeadAsync(Guid stream, CancellationToken ct)
    {
        var heads = await db.QueryAsync(
            $"""
            select id, type, version, created, timestamp, is_archived
            from events.mt_streams
            where id = {stream}
            """,
            row => new StreamHead(
                row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2),
                new(row.GetDateTime(3)), new(row.GetDateTime(4)), !row.IsDBNull(5) && row.GetBoolean(5)),
            ct);
        return heads.SingleOrDefault();
    }

    /// <summary>The position of the last event up to a mark; 0 when there is none.</summary>
    internal async Task<long> LastAsync(long upTo, CancellationToken ct) => (await db.QueryAsync(
        $"select coalesce(max(seq_id), 0) from events.mt_events where seq_id <= {upTo}", row => row.GetInt64(0), ct))[0];

    private static Loaded<T> Fold<T>(IReadOnlyList<Recorded> events, Func<T?, object, T> evolve, T? state, long version)
    {
        for (var i = 0; i < events.Count; i++)
        {
            state = evolve(state, events[i].Data);
            version = events[i].Version;
        }

        return new(state, version, events);
    }
}
