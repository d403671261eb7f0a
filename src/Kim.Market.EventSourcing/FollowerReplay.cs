using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A follower is shown its pages again, up to where it stands: from there it goes on by itself.</summary>
internal sealed class FollowerReplay(IFollower follower, EventStore store) : Replay
{
    // Nobody waits for one event of them, so pages may be large: each costs a few statements, however many events it has.
    private const int Page = 10_000;

    private readonly ReadAhead _pages = new(store, follower.Handles, Page);

    public override Task<long> ReachAsync(NpgsqlConnection connection, HighWater highWater, CancellationToken ct) =>
        EndAsync(connection, ct);

    public override async Task<long> EndAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await Progress.FindAsync(connection, follower, ct) ?? 0;

    public override Task<long> CountAsync(NpgsqlConnection connection, long upTo, CancellationToken ct) =>
        store.Queries.CountAsync(connection, upTo, follower.Handles, ct);

    public override async Task<long> StepAsync(
        NpgsqlConnection connection, long after, long upTo, Action<int> applied, CancellationToken ct)
    {
        var (page, reached) = await _pages.TakeAsync(after, upTo, ct);
        if (page.Count > 0)
        {
            await using var batch = connection.CreateBatch();
            await follower.ApplyAsync(page, connection, batch, ct);
            if (batch.BatchCommands.Count > 0)
            {
                await batch.ExecuteNonQueryAsync(ct);
            }
        }

        applied(page.Count);
        return reached;
    }
}
