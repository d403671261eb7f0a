using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <content>Reading several streams from their snapshots.</content>
public sealed partial class EventStore
{
    private const string SelectSnapshots =
        "select stream_id, version, data from events.snapshots where stream_id = any($1) and kind = $2 and schema_version = $3";

    private const string SelectAfterSnapshots =
        $"""
        select tail.* from unnest($1) as asked (id)
        left join events.snapshots kept on kept.stream_id = asked.id and kept.kind = $2 and kept.schema_version = $3
        cross join lateral (
            select {RecordedRows.OfAny} from events.mt_events
            where stream_id = asked.id and version > coalesce(kept.version, 0) and is_archived is not true
        ) tail
        order by tail.stream_id, tail.version
        """;

    /// <summary>Folds several streams of one kind, each from its last snapshot, in one round trip; the answers stand in the order of the questions.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> LoadManyAsync<T>(
        IReadOnlyList<Guid> streams, Func<T?, object, T> evolve, SnapshotKind<T> snapshot, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        foreach (var command in (NpgsqlBatchCommand[])[new(SelectSnapshots), new(SelectAfterSnapshots)])
        {
            command.With(streams as Guid[] ?? [.. streams], NpgsqlDbType.Array | NpgsqlDbType.Uuid);
            command.With(snapshot.Name, NpgsqlDbType.Text);
            command.With(snapshot.Version, NpgsqlDbType.Integer);
            batch.BatchCommands.Add(command);
        }

        await using var row = await batch.ExecuteReaderAsync(ct);
        using var rows = new RecordedRows(types, stream: null);
        var kept = new Dictionary<Guid, (T State, long Version)>();
        while (await row.ReadAsync(ct))
        {
            kept.Add(row.GetGuid(0), (snapshot.Read(rows.Json(row, 2)), row.GetInt64(1)));
        }

        await row.NextResultAsync(ct);
        var tails = (await rows.ReadAllAsync(row, ct)).ToLookup(recorded => recorded.Stream);
        return
        [
            .. streams.Select(stream => kept.TryGetValue(stream, out var from)
                ? Fold([.. tails[stream]], evolve, from.State, from.Version)
                : Fold([.. tails[stream]], evolve, default, 0)),
        ];
    }
}
