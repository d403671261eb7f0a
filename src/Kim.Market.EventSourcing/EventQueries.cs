using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>The statements that read events, on whatever connection.</summary>
internal sealed class EventQueries(EventTypes types)
{
    private const int ReportEvery = 5000;

    private const string SelectStream =
        $"""
        select {RecordedRows.OfStream}
        from events.mt_events
        where stream_id = $1 and version > $2 and is_archived is not true
        order by version
        """;

    /// <summary>
    /// What joins the ids in <c>wanted</c> to their snapshot of kind <c>$2</c> in shape <c>$3</c> and to the events after it,
    /// in one statement, so that both are of the same moment. "offset 0" keeps the planner to one stream after the other:
    /// a plan made while the table was empty would otherwise read all of it for ever.
    /// </summary>
    internal const string SnapshotAndTail =
        """
        left join (
            select stream_id as kept_of, version as kept_version, data as kept
            from events.snapshots
            where kind = $2 and schema_version = $3) s on kept_of = wanted.id
        left join lateral (
            select * from events.mt_events e
            where e.stream_id = wanted.id and e.version > coalesce(kept_version, 0) and e.is_archived is not true
            offset 0) e on true
        """;

    /// <summary>The snapshot's version, and its state in the first row of each stream only.</summary>
    internal const string Kept = "kept_version, case when version is null or version = kept_version + 1 then kept end";

    /// <summary>
    /// One row for each event after the snapshot, or one with no event. Asking for an order would cost more than putting so
    /// few rows in order afterwards.
    /// </summary>
    private const string SelectAfterSnapshot =
        $"""
        select {RecordedRows.OfStream}, {Kept}
        from (values ($1::uuid)) as wanted (id)
        {SnapshotAndTail}
        """;

    private const int KeptVersion = 6;
    private const int KeptState = 7;

    private const string SelectStreams =
        $"""
        select {RecordedRows.OfAny} from events.mt_events
        where stream_id = any($1) and is_archived is not true
        order by stream_id, version
        """;

    private const string SelectAt =
        $"""
        select {RecordedRows.OfAny} from events.mt_events
        where seq_id = any($1)
        order by seq_id
        """;

    private const string SelectAll =
        $"""
        select {RecordedRows.OfAny} from events.mt_events
        where seq_id > $1 and seq_id <= $2
        order by seq_id
        limit $3
        """;

    private const string SelectAllOfTypes =
        $"""
        select {RecordedRows.OfAny} from events.mt_events
        where seq_id > $1 and seq_id <= $2 and type = any($4)
        order by seq_id
        limit $3
        """;

    private const string SelectKind =
        $"""
        select {RecordedRows.OfAny} from events.mt_events
        where seq_id <= $1 and stream_id in (select id from events.mt_streams where type = $2)
        order by stream_id, version
        """;

    private const string SelectWholeStreams =
        $"""
        select {RecordedRows.OfAny} from events.mt_events
        where stream_id = any($1)
        order by stream_id, version
        """;

    public Task<List<Recorded>> StreamAsync(NpgsqlConnection connection, Guid stream, long after, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(SelectStream);
        command.With(stream, NpgsqlDbType.Uuid);
        command.With(after, NpgsqlDbType.Bigint);
        return ListAsync(connection, command, stream, ct);
    }

    public Task<List<Recorded>> StreamsAsync(NpgsqlConnection connection, Guid[] streams, CancellationToken ct) =>
        ListAsync(connection, Of(SelectStreams, streams), stream: null, ct);

    /// <summary>The same with archived streams.</summary>
    public Task<List<Recorded>> WholeStreamsAsync(NpgsqlConnection connection, Guid[] streams, CancellationToken ct) =>
        ListAsync(connection, Of(SelectWholeStreams, streams), stream: null, ct);

    /// <summary>The events at these places in the store.</summary>
    public Task<List<Recorded>> AtAsync(NpgsqlConnection connection, long[] sequences, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(SelectAt);
        command.With(sequences, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        return ListAsync(connection, command, stream: null, ct);
    }

    /// <summary>The last kept state and its version, and the events after it.</summary>
    public async Task<(T? State, long Version, List<Recorded> Tail)> SnapshotAsync<T>(
        NpgsqlConnection connection, Guid stream, SnapshotKind<T> kind, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        var command = new NpgsqlBatchCommand(SelectAfterSnapshot);
        command.With(stream, NpgsqlDbType.Uuid);
        command.With(kind.Name, NpgsqlDbType.Text);
        command.With(kind.Version, NpgsqlDbType.Integer);
        batch.BatchCommands.Add(command);
        await using var row = await batch.ExecuteReaderAsync(ct);
        using var rows = new RecordedRows(types, stream);
        var (state, version, tail) = (default(T), 0L, new List<Recorded>());
        while (await row.ReadAsync(ct))
        {
            if (!row.IsDBNull(KeptState))
            {
                (state, version) = (kind.Read(rows.Json(row, KeptState)), row.GetInt64(KeptVersion));
            }

            if (!row.IsDBNull(0))
            {
                tail.Add(rows.Read(row));
            }
        }

        tail.Sort(static (a, b) => a.Version.CompareTo(b.Version));
        return (state, version, tail);
    }

    /// <summary>A page of the whole store; without <paramref name="of"/>, of every type.</summary>
    public Task<List<Recorded>> PageAsync(
        NpgsqlConnection connection, long after, long upTo, IReadOnlyCollection<Type>? of, int limit, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(of is null ? SelectAll : SelectAllOfTypes);
        command.With(after, NpgsqlDbType.Bigint);
        command.With(upTo, NpgsqlDbType.Bigint);
        command.With((long)limit, NpgsqlDbType.Bigint);
        if (of is not null)
        {
            command.With(types.AliasesOf(of), NpgsqlDbType.Array | NpgsqlDbType.Text);
        }

        return ListAsync(connection, command, stream: null, ct);
    }

    /// <summary>All events of streams of a kind, stream by stream.</summary>
    /// <param name="read">Is told how many more have been read, now and then.</param>
    public async IAsyncEnumerable<Recorded> ByStreamAsync(
        NpgsqlConnection connection, string kind, long upTo, Action<int> read, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectKind, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kind });
        await using var row = await command.ExecuteReaderAsync(ct);
        using var rows = new RecordedRows(types, stream: null);
        var count = 0;
        while (await row.ReadAsync(ct))
        {
            yield return rows.Read(row);
            if (++count == ReportEvery)
            {
                read(count);
                count = 0;
            }
        }

        read(count);
    }

    public async Task<long> CountAsync(
        NpgsqlConnection connection, long upTo, IReadOnlyCollection<Type> of, CancellationToken ct) =>
        (await connection.QueryAsync(
            $"select count(*) from events.mt_events where seq_id <= {upTo} and type = any ({types.AliasesOf(of)})",
            row => row.GetInt64(0),
            ct))[0];

    private static NpgsqlBatchCommand Of([ConstantExpected] string text, Guid[] streams)
    {
        var command = new NpgsqlBatchCommand(text);
        command.With(streams, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        return command;
    }

    private async Task<List<Recorded>> ListAsync(
        NpgsqlConnection connection, NpgsqlBatchCommand command, Guid? stream, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(command);
        await using var row = await batch.ExecuteReaderAsync(ct);
        using var rows = new RecordedRows(types, stream);
        return await rows.ReadAllAsync(row, ct);
    }
}
