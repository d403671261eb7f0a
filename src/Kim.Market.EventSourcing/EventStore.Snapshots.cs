using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <content>Reading several streams from their snapshots.</content>
public sealed partial class EventStore
{
    private const int Asked = 7;
    private const int KeptVersion = 8;
    private const int KeptState = 9;

    private const string SelectAfterSnapshots =
        $"""
        select {RecordedRows.OfAny}, wanted.id, {EventQueries.Kept}
        from unnest($1) as wanted (id)
        {EventQueries.SnapshotAndTail}
        order by wanted.id, version
        """;

    /// <summary>Folds several streams of one kind, each from its last snapshot, in one round trip; the answers stand in the order of the questions.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> LoadManyAsync<T>(
        IReadOnlyList<Guid> streams, Func<T?, object, T> evolve, SnapshotKind<T> snapshot, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        var command = new NpgsqlBatchCommand(SelectAfterSnapshots);
        command.With(streams.Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.With(snapshot.Name, NpgsqlDbType.Text);
        command.With(snapshot.Version, NpgsqlDbType.Integer);
        batch.BatchCommands.Add(command);

        await using var row = await batch.ExecuteReaderAsync(ct);
        using var rows = new RecordedRows(types, stream: null);
        var kept = new Dictionary<Guid, (T State, long Version)>();
        var events = new List<Recorded>();
        while (await row.ReadAsync(ct))
        {
            if (!row.IsDBNull(KeptState))
            {
                kept.Add(row.GetGuid(Asked), (snapshot.Read(rows.Json(row, KeptState)), row.GetInt64(KeptVersion)));
            }

            if (!row.IsDBNull(0))
            {
                events.Add(rows.Read(row));
            }
        }

        var tails = events.ToLookup(recorded => recorded.Stream);
        return
        [
            .. streams.Select(stream => kept.TryGetValue(stream, out var from)
                ? Fold([.. tails[stream]], evolve, from.State, from.Version)
                : Fold([.. tails[stream]], evolve, default, 0)),
        ];
    }
}
