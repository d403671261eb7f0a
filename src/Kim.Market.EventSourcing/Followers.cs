using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>The one background loop of a node: sees what is committed, and runs the followers that no other node runs.</summary>
/// <remarks>
/// One connection holds no transaction and does two things: it asks how far it is safe to read, and it holds the lock
/// of every follower that this node leads. The lock saves work; what makes each event count once is the position,
/// which moves in the transaction of its page and only from where this node believes it to be.
/// </remarks>
public sealed class Followers(
    NpgsqlDataSource db, EventStore store, IEnumerable<IFollower> followers, IEnumerable<INodeReader> readers)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LeadEvery = TimeSpan.FromMilliseconds(500);

    private readonly FollowerRun[] _runs = [.. followers.Select(follower => new FollowerRun(follower, db, store))];
    private readonly NodeFeed _node = new(readers, store);
    private readonly Signal _signal = new();
    private readonly BackOff _backOff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when this node sees every event from now on.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Where each follower stands, as this node knows it.</summary>
    public IReadOnlyList<FollowerState> States => [.. _runs.Select(run => run.State)];

    /// <summary>Runs until cancelled; outlives every failure of the database.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        store.Committed += Wake;
        try
        {
            while (!ct.IsCancellationRequested)
            {
#pragma warning disable CA1031 // an outage of whatever kind ends some day
                try
                {
                    await WatchAsync(ct);
                }
                catch (Exception)
                {
                    await Task.Delay(_backOff.Next(), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
#pragma warning restore CA1031
            }
        }
        finally
        {
            store.Committed -= Wake;
        }
    }

    /// <summary>Returns when every follower that this node leads has applied all events up to a position.</summary>
    public async Task CaughtUpAsync(long sequence, CancellationToken ct)
    {
        while (States.Any(state => state.Status != FollowerStatus.Waiting && state.Position < sequence))
        {
            await Task.Delay(Breath, ct);
        }
    }

    private void Wake(IReadOnlyList<Recorded> committed) => _signal.Raise();

    private async Task WatchAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        using var connected = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var highWater = new HighWater(connection);
            await _node.BeginAsync(await highWater.AdvanceAsync(ct), ct);
            _ready.TrySetResult();
            var lead = TimeSpan.Zero;
            while (!ct.IsCancellationRequested)
            {
                var now = TimeSpan.FromMilliseconds(Environment.TickCount64);
                if (now - lead > LeadEvery)
                {
                    lead = now;
                    await SeekLeadAsync(connection, ct);
                }

                Continue(await highWater.AdvanceAsync(ct), connected.Token);
                _backOff.Reset();

                // Many commits in a moment are one reason to look, not many.
                await Task.Delay(Breath, ct);
                await _signal.WaitAsync(Poll, ct);
            }
        }
        finally
        {
            await connected.CancelAsync();
            await _node.StopAsync();
            foreach (var run in _runs)
            {
                await run.StopAsync();
            }
        }
    }

    private async Task SeekLeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var run in _runs)
        {
            await run.SeekLeadAsync(connection, ct);
        }
    }

    private void Continue(long mark, CancellationToken ct)
    {
        _node.Continue(mark, ct);
        foreach (var run in _runs)
        {
            run.Continue(mark, ct);
        }
    }
}
