using Kim.Market.Benchmarks.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Benchmarks;

/// <summary>Reading everything again: a rebuild, and a follower that begins at the first event.</summary>
public sealed class ReplayBenchmark(NpgsqlDataSource db, NpgsqlDataSource slim)
{
    private readonly BaselineReaders _baseline = new(slim);
    private readonly OrderList _list = new();
    private readonly EventStore _store = new(db, OrderSchema.Types, [], []);

    public IReadOnlyList<(string Name, Func<Task> Prepare, Func<Task<long>> Run)> Rebuilds =>
    [
        ("baseline", () => OrderSchema.RunAsync(db, "truncate baseline.order_documents"), async () => await _baseline.RebuildAsync(await LastAsync("baseline"))),
        ("store", () => Task.CompletedTask, RebuildAsync),
    ];

    public IReadOnlyList<(string Name, Func<Task> Prepare, Func<Task<long>> Run)> CatchUps =>
    [
        ("baseline", () => OrderSchema.RunAsync(db, "truncate baseline.order_documents"), async () => await _baseline.CatchUpAsync(await LastAsync("baseline"), OrderFollower.Page)),
        ("store", () => OrderSchema.RunAsync(db, "truncate order_documents; delete from events.mt_event_progression"), FollowAsync),
    ];

    private async Task<long> RebuildAsync()
    {
        await new Rebuild(db, _store, [_list]).RunAsync(_list.Name, progress: null, default);
        return await CountAsync();
    }

    private async Task<long> FollowAsync()
    {
        var last = await LastAsync("events");
        var followers = new Followers(db, _store, [new OrderFollower()], []);
        using var end = new CancellationTokenSource();
        var running = followers.RunAsync(end.Token);
        while (followers.States[0].Position < last)
        {
            if (followers.States[0].Error is { } error)
            {
                throw new InvalidOperationException(error);
            }

            await Task.Delay(1);
        }

        await end.CancelAsync();
        await running;
        return await CountAsync();
    }

    private async Task<long> CountAsync() =>
        (await db.QueryAsync($"select count(*) from events.mt_events", row => row.GetInt64(0), default))[0];

    private async Task<long> LastAsync(string schema) => (await db.QueryAsync(
        schema == "events"
            ? (Sql)$"select coalesce(max(seq_id), 0) from events.mt_events"
            : $"select coalesce(max(seq_id), 0) from baseline.mt_events",
        row => row.GetInt64(0),
        default))[0];
}
