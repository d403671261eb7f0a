using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Caching;

/// <summary>
/// Search and results follow behind the events. A page rendered before they have caught up shows them as they were: it is dropped once more
/// whenever they have moved, until they are past the event, however long that takes.
/// </summary>
/// <remarks>Which node leads a follower does not matter: where it stands is read from the database, and only while something is awaited.</remarks>
public sealed class LateDrops(PageCache cache, NpgsqlDataSource db, IEnumerable<IFollower> followers) : BackgroundService
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(2);

    private readonly string[] _followers = [.. followers.Select(follower => $"{follower.Name}:All")];
    private readonly Dictionary<string, long> _awaited = [];
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Drops what carries these tags whenever the followers move, until they have applied this event.</summary>
    /// <param name="sequence">Of the event, in the store.</param>
    public void Await(IEnumerable<string> tags, long sequence)
    {
        lock (_gate)
        {
            foreach (var tag in tags)
            {
                _awaited[tag] = Math.Max(sequence, _awaited.GetValueOrDefault(tag));
            }

            if (_woken.CurrentCount == 0)
            {
                _woken.Release();
            }
        }
    }

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _woken.WaitAsync(stoppingToken);
                await CatchUpAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // told to end
        }
    }

    private async Task CatchUpAsync(CancellationToken ct)
    {
        var (seen, pause) = (-1m, Soonest);
        while (true)
        {
            await Task.Delay(pause, ct);
            try
            {
                var at = (await db.RowsAsync<Positions>(
                    $"""
                    select coalesce(min(last_seq_id), 0) as least, coalesce(sum(last_seq_id), 0) as together
                    from events.mt_event_progression
                    where name = any({_followers})
                    """, ct))[0];
                var hasMoved = at.Together != seen;
                if (hasMoved && !DropAnyLeft(at.Least))
                {
                    return;
                }

                (seen, pause) = (at.Together, hasMoved ? Soonest : Longer(pause));
            }
            catch (NpgsqlException)
            {
                pause = Longer(pause); // an outage ends some day, and the pages' own time limit holds meanwhile
            }
        }
    }

    // False when nothing is awaited any more.
    private bool DropAnyLeft(long reached)
    {
        lock (_gate)
        {
            cache.Drop([], [.. _awaited.Keys]);
            foreach (var tag in _awaited.Where(awaited => awaited.Value <= reached).Select(awaited => awaited.Key).ToArray())
            {
                _awaited.Remove(tag);
            }

            return _awaited.Count > 0;
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < Latest ? pause * 2 : Latest;

    private sealed record Positions(long Least, decimal Together);
}
