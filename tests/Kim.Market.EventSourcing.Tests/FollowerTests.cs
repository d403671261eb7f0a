using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

public class FollowerTests(Depot depot) : IClassFixture<Depot>
{
    [Fact]
    public async Task Two_nodes_apply_each_event_once()
    {
        var (one, two) = await Install("ledger_of_two");
        await Scan(from: 0, count: 120);
        await using var first = await Node.Start(depot.ConnectionString, one);
        await using var second = await Node.Start(depot.ConnectionString, two);

        await Scan(from: 120, count: 120);

        await CaughtUp(one);
        Assert.Equal(await Scans(), await Entries(one));
        Assert.Equal(
            [FollowerStatus.Running, FollowerStatus.Waiting],
            new[] { first.State(one).Status, second.State(two).Status }.Order().Reverse());
    }

    [Fact]
    public async Task When_the_leader_loses_its_connection_another_node_goes_on()
    {
        var (one, two) = await Install("ledger_of_heirs");
        await using var first = await Node.Start(depot.ConnectionString, one);
        await Eventually.Is(() => first.State(one).Status == FollowerStatus.Running, () => "the first node does not lead");
        await using var second = await Node.Start(depot.ConnectionString, two);

        await depot.Db.ExecuteAsync(
            $"""
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and granted and objsubid = 1
                and (classid::bigint << 32 | objid::bigint) = hashtextextended({$"follower {one.Name}"}, 0)
            """,
            Ct);
        await Scan(from: 0, count: 200);

        await CaughtUp(one);
        Assert.Equal(await Scans(), await Entries(one));
        Assert.Single(new[] { first.State(one), second.State(two) }, state => state.Status == FollowerStatus.Running);
    }

    [Fact]
    public async Task When_the_leader_ends_another_node_goes_on()
    {
        var (one, two) = await Install("ledger_of_successors");
        var first = await Node.Start(depot.ConnectionString, one);
        await Eventually.Is(() => first.State(one).Status == FollowerStatus.Running, () => "the first node does not lead");
        await using var second = await Node.Start(depot.ConnectionString, two);
        await Scan(from: 0, count: 20);
        await first.DisposeAsync();
        await Scan(from: 20, count: 20);

        await CaughtUp(one);
        Assert.Equal(FollowerStatus.Running, second.State(two).Status);
        Assert.Equal(await Scans(), await Entries(one));
    }

    [Fact]
    public async Task A_leader_that_is_overtaken_writes_nothing()
    {
        var (stale, _) = await Install("ledger_of_the_stale");
        var overtaken = false;
        stale.Before = async page =>
        {
            if (!overtaken)
            {
                // Another leader has applied this very page meanwhile.
                overtaken = true;
                await depot.Db.ExecuteAsync(
                    $"""
                    insert into ledger_of_the_stale
                    select * from unnest({page.Select(e => e.Sequence).ToArray()}, {page.Select(_ => "other").ToArray()})
                    """,
                    Ct);
                await depot.Db.ExecuteAsync(
                    $"""
                    update events.mt_event_progression set last_seq_id = {page[^1].Sequence}
                    where name = {"ledger_of_the_stale:All"}
                    """,
                    Ct);
            }
        };
        await Scan(from: 0, count: 30);

        await using var node = await Node.Start(depot.ConnectionString, stale);

        await CaughtUp(stale);
        Assert.True(overtaken);
        Assert.Null(node.State(stale).Error);
        Assert.Equal(await Scans(), await Entries(stale));
    }

    [Fact]
    public async Task A_follower_stops_visibly_at_an_event_it_cannot_apply_and_goes_on_when_it_can()
    {
        var (ledger, _) = await Install("ledger_of_the_poisoned");
        var (poison, repaired) = ($"poison {Guid.NewGuid()}", false);
        ledger.Before = page => page.Any(e => ((ParcelScanned)e.Data).Town == poison) && !repaired
            ? throw new InvalidOperationException($"cannot bear {poison}")
            : Task.CompletedTask;
        await Scan(from: 0, count: 10);
        var parcel = await depot.SentParcel();
        var culprit = (await depot.Store.CommitAsync(
            new Commit(new()).Append(parcel, Parcel.Kind, 1, [new ParcelScanned(poison)]), Ct))[0];
        await Scan(from: 10, count: 10);

        await using var node = await Node.Start(depot.ConnectionString, ledger);

        await Eventually.Is(() => node.State(ledger).Status == FollowerStatus.Stopped, () => "it did not stop");
        Assert.Equal((await Scans()).TakeWhile(sequence => sequence < culprit.Sequence), await Entries(ledger));
        await Eventually.Is(async () => (await Errors(ledger)).Count == 1, () => "the error is not written down");
        var (sequence, stream, error) = (await Errors(ledger))[0];
        Assert.Equal((culprit.Sequence, parcel), (sequence, stream));
        Assert.Contains(nameof(InvalidOperationException), error, StringComparison.Ordinal);
        Assert.DoesNotContain(poison, error + node.State(ledger).Error, StringComparison.Ordinal);

        repaired = true;

        await CaughtUp(ledger);
        Assert.Equal(await Scans(), await Entries(ledger));
        Assert.Equal(FollowerStatus.Running, node.State(ledger).Status);
        Assert.Empty(await Errors(ledger));
    }

    [Fact]
    public async Task A_follower_whose_tables_belong_to_another_version_does_not_touch_them()
    {
        var (_, old) = await Install("ledger_of_versions");
        var newer = new Ledger(old.Name) { Version = 2 };
        await using var node = await Node.Start(depot.ConnectionString, newer);
        await Eventually.Is(() => node.State(newer).Status == FollowerStatus.Stopped, () => "it did not stop");
        Assert.Contains("migrate", node.State(newer).Error, StringComparison.Ordinal);

        await using var oldNode = await Node.Start(depot.ConnectionString, old);
        await Scan(from: 0, count: 10);

        await CaughtUp(old);
        Assert.Equal(FollowerStatus.Running, oldNode.State(old).Status);
    }

    [Fact]
    public async Task An_older_program_gives_way_once_the_tables_are_built_for_a_newer_one()
    {
        var (old, _) = await Install("ledger_of_generations");
        var newer = new Ledger(old.Name) { Version = 2 };
        await Scan(from: 0, count: 10);
        await using var oldNode = await Node.Start(depot.ConnectionString, old);
        await CaughtUp(old);

        var rebuilt = await Schema.MigrateAsync(depot.Db, [newer], [], new(depot.Db, depot.Store, [newer]), Ct);
        await using var newNode = await Node.Start(depot.ConnectionString, newer);
        await Scan(from: 10, count: 10);

        await Eventually.Is(() => newNode.State(newer).Status == FollowerStatus.Running, () => $"{newNode.State(newer)}");
        await CaughtUp(newer);
        Assert.Equal([newer.Name], rebuilt);
        Assert.Equal(FollowerStatus.Stopped, oldNode.State(old).Status);
        Assert.Equal(await Scans(), await Entries(newer));
    }

    [Fact]
    public async Task Whoever_waits_for_a_position_finds_it_applied()
    {
        var (ledger, _) = await Install("ledger_of_the_patient");
        await using var node = await Node.Start(depot.ConnectionString, ledger);
        await Eventually.Is(() => node.State(ledger).Status == FollowerStatus.Running, () => "the node does not lead");
        await Scan(from: 0, count: 60);

        await node.Followers.CaughtUpAsync(await depot.Drawn(), Ct);

        Assert.Equal(await Scans(), await Entries(ledger));
    }

    [Fact]
    public async Task A_follower_that_rests_lets_events_gather_and_misses_none()
    {
        var pages = 0;
        var ledger = new Ledger("ledger_of_the_easy")
        {
            PageSize = 1000,
            Rest = TimeSpan.FromMilliseconds(300),
            Before = _ => Task.FromResult(Interlocked.Increment(ref pages)),
        };
        await Schema.MigrateAsync(depot.Db, [ledger], [], rebuild: null, Ct);
        await using var node = await Node.Start(depot.ConnectionString, ledger);
        await Eventually.Is(() => node.State(ledger).Status == FollowerStatus.Running, () => "the node does not lead");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Scan(from: 0, count: 150);
        await node.Followers.CaughtUpAsync(await depot.Drawn(), Ct);

        Assert.Equal(await Scans(), await Entries(ledger));
        Assert.InRange(pages, 1, 2 + (int)(watch.Elapsed / ledger.Rest));
    }

    [Fact]
    public async Task Every_node_sees_every_event_once_and_in_order()
    {
        await Scan(from: 0, count: 5);
        await using var first = await Node.Start(depot.ConnectionString);
        await using var second = await Node.Start(depot.ConnectionString);

        var parcels = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => depot.SentParcel()));

        foreach (var node in new[] { first, second })
        {
            await Eventually.Is(
                () => node.Witness.Seen.Count(e => parcels.Contains(e.Stream)) >= 50, () => $"{node.Witness.Seen.Count} seen");
            var seen = node.Witness.Seen.Select(e => e.Sequence).ToList();
            Assert.Equal(seen.Distinct().Order(), seen);
        }
    }

    private async Task<(Ledger One, Ledger Two)> Install(string name)
    {
        var ledgers = (new Ledger(name), new Ledger(name));
        await Schema.MigrateAsync(depot.Db, [ledgers.Item1], [], rebuild: null, Ct);
        return ledgers;
    }

    private async Task Scan(int from, int count)
    {
        var parcel = await depot.SentParcel();
        for (var i = 0; i < count; i++)
        {
            await depot.Store.CommitAsync(
                new Commit(new()).Append(parcel, Parcel.Kind, i + 1, [new ParcelScanned($"town {from + i}")]), Ct);
        }
    }

    private Task CaughtUp(Ledger ledger) => Eventually.Is(
        async () => (await Entries(ledger)).Count >= (await Scans()).Count, () => $"{ledger.Name} does not catch up");

    private Task<List<long>> Scans() => depot.Db.QueryAsync(
        $"select seq_id from events.mt_events where type = 'parcel_scanned' order by 1", row => row.GetInt64(0), Ct);

    private async Task<List<long>> Entries(Ledger ledger)
    {
        await using var connection = await depot.Db.OpenConnectionAsync(Ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own table
        command.CommandText = $"select seq_id from {ledger.Name} order by 1";
#pragma warning restore CA2100
        await using var row = await command.ExecuteReaderAsync(Ct);
        var entries = new List<long>();
        while (await row.ReadAsync(Ct))
        {
            entries.Add(row.GetInt64(0));
        }

        return entries;
    }

    private Task<List<(long Sequence, Guid Stream, string Error)>> Errors(Ledger ledger) => depot.Db.QueryAsync(
        $"select seq_id, stream_id, error from events.projection_errors where name = {ledger.Name}",
        row => (row.GetInt64(0), row.GetGuid(1), row.GetString(2)),
        Ct);
}
