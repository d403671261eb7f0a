using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A joined view is filled by one statement while its rows are locked: what it is made of is there already.</summary>
internal sealed class JoinReplay(IJoinedView view) : Replay
{
    public override Task<long> ReachAsync(NpgsqlConnection connection, HighWater highWater, CancellationToken ct) => Task.FromResult(0L);

    public override Task<long> EndAsync(NpgsqlConnection connection, CancellationToken ct) => Task.FromResult(Everything);

    public override Task<long> CountAsync(NpgsqlConnection connection, long upTo, CancellationToken ct) => Task.FromResult(0L);

    public override async Task<long> StepAsync(
        NpgsqlConnection connection, long after, long upTo, Action<int> applied, CancellationToken ct)
    {
        applied(await connection.ExecuteAsync(view.Fill(), ct));
        return upTo;
    }
}
