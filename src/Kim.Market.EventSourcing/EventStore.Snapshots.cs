using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <content>Reading several streams from their snapshots.</content>
public sealed partial class EventStore
{
    private const int Asked = 7;
    private const int KeptVersion = 8;
    private const int KeptState = 9;

    /// <summary>
    /// One statement, so that a snapshot and the events after it are of the same moment. "offset 0" keeps the planner to one
    /// stream after the other: a plan made while the table was empty would otherwise read all of it for ever.
    /// </summary>
    private const string SelectAfterSnapshots =
        $"""
        select {RecordedRows.OfAny}, asked.id, kept_version,
               case when version is null or version = kept_version + 1 then kept end
        from unnest($1) as asked (id)
        left join (
            select stream_id as kept_of, version as kept_version, data as kept
            from events.snapshots
            where kind = $2 and schema_version = $3) s on kept_of = asked.id
        left join lateral (
            select * from events.mt_events e
            where e.stream_id = asked.id and e.version > coalesce(kept_version, 0) and e.is_archived is not true
            offset 0) e on true
        order by asked.id, version
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
