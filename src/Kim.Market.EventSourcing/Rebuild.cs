using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Makes the rows of a read model anew from the events: beside the live ones, then in their place.</summary>
/// <remarks>
/// Almost everything is built while commits go on. Then the live tables are locked for a moment. Whoever had written to
/// them has committed by then, so all its events are seen and applied; whoever is still waiting finds the new tables.
/// </remarks>
public sealed class Rebuild(NpgsqlDataSource db, EventStore store, IEnumerable<IReadModel> models)
{
    private const int LockAttempts = 60;
    private const long LittleEnough = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, IReadModel> _models = models.ToDictionary(model => model.Name);

    /// <summary>What can be rebuilt: all that has tables.</summary>
    public IReadOnlyCollection<string> Names => [.. _models.Values.Where(model => model.Tables.Count > 0).Select(model => model.Name)];

    /// <summary>Rebuilds a read model, and what joins its rows.</summary>
    /// <exception cref="ArgumentException">There is no such read model.</exception>
    public async Task RunAsync(string name, IProgress<RebuildProgress>? progress, CancellationToken ct)
    {
        await AloneAsync(name, progress, ct);
        foreach (var joined in _models.Values.OfType<IJoinedView>().Where(joined => joined.Sources.Contains(name)))
        {
            await AloneAsync(joined.Name, progress, ct);
        }
    }

    private Task<bool> AloneAsync(string name, IProgress<RebuildProgress>? progress, CancellationToken ct) => BesideAsync(
        name,
        "access exclusive",
        async shadow =>
        {
            await shadow.SwapAsync(ct);
            return true;
        },
        isToBeRead: true,
        progress,
        ct);

    /// <summary>Compares the rows with what the events say. Writers wait while it compares, readers do not.</summary>
    /// <returns>The rows that differ, a hundred of each table at most.</returns>
    /// <exception cref="ArgumentException">There is no such read model.</exception>
    public Task<IReadOnlyList<Difference>> VerifyAsync(
        string name, IProgress<RebuildProgress>? progress, CancellationToken ct) => BesideAsync<IReadOnlyList<Difference>>(
            name, "share", async shadow => await shadow.CompareAsync(ct), isToBeRead: false, progress, ct);

    private async Task<T> BesideAsync<T>(
        string name, string lockMode, Func<Shadow, Task<T>> finish, bool isToBeRead, IProgress<RebuildProgress>? progress, CancellationToken ct)
    {
        if (!_models.TryGetValue(name, out var model) || model.Tables.Count == 0)
        {
            throw new ArgumentException($"There is no read model '{name}' with tables.", nameof(name));
        }

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var alone = await SessionLock.TakeAsync(connection, $"rebuild {name}", ct);
        await using var shadow = new Shadow(connection, model);
        await shadow.CreateAsync(ct);
        var replay = Replay.Of(model, db, store);
        var highWater = new HighWater(connection);
        var goal = await replay.ReachAsync(connection, highWater, ct);
        var told = new Count(name, progress is null ? 0 : await replay.CountAsync(connection, goal, ct), progress);
        var reached = await NearAsync(0);
        if (isToBeRead)
        {
            await shadow.TidyAsync(ct);
            reached = await NearAsync(reached); // what happened meanwhile
        }

        return await FinishAsync(connection, shadow, replay, reached, lockMode, finish, told, ct);

        async Task<long> NearAsync(long from)
        {
            do
            {
                from = await BuildAsync(connection, shadow, replay, from, goal, told, ct);
                goal = await replay.ReachAsync(connection, highWater, ct);
            }
            while (goal - from > LittleEnough);
            return from;
        }
    }

    private static async Task<long> BuildAsync(
        NpgsqlConnection connection, Shadow shadow, Replay replay, long reached, long goal, Count told, CancellationToken ct)
    {
        while (reached < goal)
        {
            await using var transaction = await shadow.BeginAsync(ct);
            reached = await replay.StepAsync(connection, reached, goal, told.Add, ct);
            await transaction.CommitAsync(ct);
        }

        return reached;
    }

    private static async Task<T> FinishAsync<T>(
        NpgsqlConnection connection, Shadow shadow, Replay replay, long reached, string lockMode,
        Func<Shadow, Task<T>> finish, Count told, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await shadow.BeginAsync(ct);
            try
            {
                await shadow.LockLiveAsync(lockMode, ct);
                var end = await replay.EndAsync(connection, ct);
                for (var at = reached; at < end;)
                {
                    at = await replay.StepAsync(connection, at, end, told.Add, ct);
                }

                var result = await finish(shadow);
                await transaction.CommitAsync(ct);
                return result;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < LockAttempts)
            {
                await transaction.RollbackAsync(ct);
                await Task.Delay(Pause, ct);
            }
        }
    }

    private sealed class Count(string name, long total, IProgress<RebuildProgress>? progress)
    {
        private long _done;

        public void Add(int events)
        {
            _done += events;
            progress?.Report(new(name, _done, Math.Max(_done, total)));
        }
    }
}
