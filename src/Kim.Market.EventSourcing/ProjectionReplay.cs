using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A projection is asked for its statements again, event by event.</summary>
internal sealed class ProjectionReplay(IProjection projection, EventStore store) : Replay
{
    private readonly ReadAhead _pages = new(store, projection.Handles, PageSize);

    public override Task<long> ReachAsync(NpgsqlConnection connection, HighWater highWater, CancellationToken ct) =>
        highWater.CatchUpAsync(ct);

    public override Task<long> EndAsync(NpgsqlConnection connection, CancellationToken ct) => Task.FromResult(Everything);

    public override Task<long> CountAsync(NpgsqlConnection connection, long upTo, CancellationToken ct) =>
        store.Queries.CountAsync(connection, upTo, projection.Handles, ct);

    public override async Task<long> StepAsync(
        NpgsqlConnection connection, long after, long upTo, Action<int> applied, CancellationToken ct)
    {
        var (page, reached) = await _pages.TakeAsync(after, upTo, ct);
        await using var batch = connection.CreateBatch();
        foreach (var recorded in page)
        {
            // As it was projected in its commit, before it had drawn a number.
            projection.Project(recorded with { Sequence = 0 }, batch);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
        }

        applied(page.Count);
        return reached;
    }
}
