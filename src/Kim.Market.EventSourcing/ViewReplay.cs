using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A stream view is copied stream by stream; streams that move meanwhile are folded again as a whole.</summary>
internal sealed class ViewReplay(IStreamView view, NpgsqlDataSource db, EventQueries queries) : Replay
{
    public override Task<long> ReachAsync(NpgsqlConnection connection, HighWater highWater, CancellationToken ct) =>
        highWater.CatchUpAsync(ct);

    public override Task<long> EndAsync(NpgsqlConnection connection, CancellationToken ct) => Task.FromResult(Everything);

    public override async Task<long> CountAsync(NpgsqlConnection connection, long upTo, CancellationToken ct) =>
        (await connection.QueryAsync(
            $"""
            select count(*)
            from events.mt_events
            where seq_id <= {upTo} and stream_id in (select id from events.mt_streams where type = {view.Kind})
            """,
            row => row.GetInt64(0),
            ct))[0];

    public override async Task<long> StepAsync(
        NpgsqlConnection connection, long after, long upTo, Action<int> applied, CancellationToken ct)
    {
        if (after == 0)
        {
            await CopyAsync(connection, upTo, applied, ct);
        }
        else
        {
            await FoldMovedAsync(connection, after, upTo, applied, ct);
        }

        return upTo;
    }

    private async Task CopyAsync(NpgsqlConnection connection, long upTo, Action<int> applied, CancellationToken ct)
    {
        // Rows are read from one connection while they are copied into another.
        await using var source = await db.OpenConnectionAsync(ct);
        await using var transaction = await source.BeginTransactionAsync(ct);
        await Script.RunAsync(source, "set local work_mem = '256MB'", ct);
        await view.CopyAsync(queries.ByStreamAsync(source, view.Kind, upTo, applied, ct), connection, ct);
    }

    private async Task FoldMovedAsync(
        NpgsqlConnection connection, long after, long upTo, Action<int> applied, CancellationToken ct)
    {
        var moved = await connection.QueryAsync(
            $"""
            select distinct stream_id
            from events.mt_events
            where seq_id > {after} and seq_id <= {upTo}
                and stream_id in (select id from events.mt_streams where type = {view.Kind})
            """,
            row => row.GetGuid(0),
            ct);
        foreach (var streams in moved.Chunk(PageSize))
        {
            await using var batch = connection.CreateBatch();
            foreach (var stream in (await queries.WholeStreamsAsync(connection, streams, ct)).GroupBy(e => e.Stream))
            {
                var events = stream.ToList();
                applied(events.Count(recorded => recorded.Sequence > after));
                view.Project([], events, batch);
            }

            await batch.ExecuteNonQueryAsync(ct);
        }
    }
}
