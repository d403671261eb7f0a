using System.Collections.Concurrent;
using Kim.Market.EventSourcing.Tests.Parcels;
using Npgsql;

namespace Kim.Market.EventSourcing.Tests;

/// <summary>On a server of its own that keeps its promises, and is killed.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly PostgresCluster _server = new(durable: true);
    private readonly ConcurrentBag<Recorded> _acknowledged = [];

    [Fact]
    public async Task Killing_the_server_in_mid_commit_loses_nothing_that_was_acknowledged()
    {
        await using var db = Store.DataSource(_server.ConnectionString);
        var ledger = new Ledger("ledger");
        await Schema.MigrateAsync(db, [ledger], [], rebuild: null, Ct);
        var store = new EventStore(db, Parcel.Types(), [], []);
        await using var node = await Node.Start(_server.ConnectionString, ledger);
        var over = false;
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Write(store, () => Volatile.Read(ref over))));

        await Acknowledged(200);
        PostgresCluster.KillBackend(await SomeWriter(db));
        await Acknowledged(200);
        _server.KillServer();
        _server.Start();
        await Acknowledged(200);

        Volatile.Write(ref over, true);
        await writing;
        var stored = await store.ReadAllAsync(0, long.MaxValue, null, int.MaxValue, Ct);
        Assert.Empty(_acknowledged.Except(stored));
        await SeesAll(node, ledger, stored, db);
    }

    public void Dispose() => _server.Dispose();

    /// <summary>The node has lived through it all: it has seen each event once, and so has its follower.</summary>
    private static async Task SeesAll(Node node, Ledger ledger, List<Recorded> stored, NpgsqlDataSource db)
    {
        var last = stored[^1].Sequence;
        await Eventually.Is(() => node.Witness.Seen is [.., var seen] && seen.Sequence == last, () => "the node does not see the last event");
        Assert.Equal(stored.Select(e => e.Sequence), node.Witness.Seen.Select(e => e.Sequence));
        await Eventually.Is(() => node.State(ledger).Position >= last, () => $"{node.State(ledger)}");
        Assert.Equal(
            stored.Where(e => e.Data is ParcelScanned).Select(e => e.Sequence),
            await db.QueryAsync($"select seq_id from ledger order by 1", row => row.GetInt64(0), Ct));
    }

    private async Task Write(EventStore store, Func<bool> over)
    {
        while (!over())
        {
            try
            {
                var commit = new Commit(new()).Append(
                    Guid.CreateVersion7(), Parcel.Kind, Expected.New,
                    [new ParcelSent("a", "b", Speed.Slow, 1), new ParcelScanned("c")]);
                foreach (var recorded in await store.CommitAsync(commit, Ct))
                {
                    _acknowledged.Add(recorded);
                }
            }
            catch (NpgsqlException)
            {
                // The server is away; what became of this commit nobody knows, so it does not count.
                await Task.Delay(10, Ct);
            }
        }
    }

    private async Task Acknowledged(int more)
    {
        var before = _acknowledged.Count;
        await Eventually.Is(() => _acknowledged.Count >= before + more, () => $"only {_acknowledged.Count - before} commits");
    }

    private static async Task<int> SomeWriter(NpgsqlDataSource db) => (await db.QueryAsync(
        $"""
        select pid from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and query like '%insert into events.mt_events%'
        order by state limit 1
        """,
        row => row.GetInt32(0),
        Ct))[0];
}
