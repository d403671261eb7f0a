using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

public sealed partial class EventStore
{
    private const string SelectStream =
        $"""
        select {RecordedRows.Columns} from events.mt_events
        where stream_id = $1 and version > $2 and is_archived is not true
        order by version
        """;

    private const string SelectSnapshot =
        "select version, data from events.snapshots where stream_id = $1 and kind = $2 and schema_version = $3";

    private const string SelectAfterSnapshot =
        $"""
        select {RecordedRows.Columns} from events.mt_events
        where stream_id = $1 and is_archived is not true and version > coalesce(
            (select kept.version from events.snapshots kept
             where kept.stream_id = $1 and kept.kind = $2 and kept.schema_version = $3), 0)
        order by version
        """;

    private const string SelectStreams =
        $"""
        select {RecordedRows.Columns} from events.mt_events
        where stream_id = any($1) and is_archived is not true
        order by stream_id, version
        """;

    private const string SelectAll =
        $"""
        select {RecordedRows.Columns} from events.mt_events
        where seq_id > $1 and seq_id <= $2
        order by seq_id
        limit $3
        """;

    private const string SelectAllOfTypes =
        $"""
        select {RecordedRows.Columns} from events.mt_events
        where seq_id > $1 and seq_id <= $2 and type = any($4)
        order by seq_id
        limit $3
        """;

    /// <summary>Folds a stream from its first event.</summary>
    public async Task<Loaded<T>> LoadAsync<T>(Guid stream, Func<T?, object, T> evolve, CancellationToken ct) =>
        Fold(await ReadAsync(stream, after: 0, ct), evolve, default, 0);

    /// <summary>Folds a stream from its last snapshot, in the same one round trip.</summary>
    public async Task<Loaded<T>> LoadAsync<T>(
        Guid stream, Func<T?, object, T> evolve, SnapshotKind<T> snapshot, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        foreach (var command in (NpgsqlBatchCommand[])[new(SelectSnapshot), new(SelectAfterSnapshot)])
        {
            command.With(stream, NpgsqlDbType.Uuid);
            command.With(snapshot.Name, NpgsqlDbType.Text);
            command.With(snapshot.Version, NpgsqlDbType.Integer);
            batch.BatchCommands.Add(command);
        }

        await using var row = await batch.ExecuteReaderAsync(ct);
        var (state, version) = await row.ReadAsync(ct)
            ? (RecordedRows.ReadJson(row, 1, snapshot, static (utf8, kind) => kind.Read(utf8)), row.GetInt64(0))
            : (default, 0);
        await row.NextResultAsync(ct);
        return Fold(await new RecordedRows(types).ReadAllAsync(row, ct), evolve, state, version);
    }

    /// <summary>Folds several streams of one kind in one round trip; the answers stand in the order of the questions.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> LoadManyAsync<T>(
        IReadOnlyList<Guid> streams, Func<T?, object, T> evolve, CancellationToken ct)
    {
        var histories = await ReadManyAsync(streams, ct);
        return [.. streams.Select(stream => Fold(histories[stream], evolve, default, 0))];
    }

    /// <summary>The events of a stream after a version.</summary>
    public Task<List<Recorded>> ReadAsync(Guid stream, long after = 0, CancellationToken ct = default)
    {
        var command = new NpgsqlBatchCommand(SelectStream);
        command.With(stream, NpgsqlDbType.Uuid);
        command.With(after, NpgsqlDbType.Bigint);
        return ReadAsync(command, ct);
    }

    /// <summary>The events of several streams, of whatever kinds, in one round trip; every stream asked for is a key.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>>> ReadManyAsync(
        IReadOnlyCollection<Guid> streams, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(SelectStreams);
        command.With(streams.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        var events = (await ReadAsync(command, ct)).ToLookup(recorded => recorded.Stream);
        return streams.Distinct().ToDictionary(stream => stream, stream => (IReadOnlyList<Recorded>)[.. events[stream]]);
    }

    /// <summary>Events of all streams in the order of the store, those of archived streams too.</summary>
    /// <param name="upTo">A position that <see cref="HighWater"/> has called safe.</param>
    /// <param name="of">Null for events of every type.</param>
    public Task<List<Recorded>> ReadAllAsync(
        long after, long upTo, IReadOnlyCollection<Type>? of, int limit, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(of is null ? SelectAll : SelectAllOfTypes);
        command.With(after, NpgsqlDbType.Bigint);
        command.With(upTo, NpgsqlDbType.Bigint);
        command.With((long)limit, NpgsqlDbType.Bigint);
        if (of is not null)
        {
            command.With(types.AliasesOf(of), NpgsqlDbType.Array | NpgsqlDbType.Text);
        }

        return ReadAsync(command, ct);
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

    private async Task<List<Recorded>> ReadAsync(NpgsqlBatchCommand command, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(command);
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await new RecordedRows(types).ReadAllAsync(row, ct);
    }

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
