using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

public class RebuildTests(Depot depot) : IClassFixture<Depot>
{
    private static readonly string[] Towns = ["Muara Jawa", "Samboja", "Anggana", "Marang Kayu"];

    private Rebuild Rebuild => new(depot.Db, depot.Store, [depot.ParcelList, depot.TownScans, depot.ShelfStock]);

    [Fact]
    public async Task Rebuilding_while_everybody_writes_gives_the_rows_of_life()
    {
        await Damage();
        var over = false;
        var writing = Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Write(writer, () => Volatile.Read(ref over))));

        for (var round = 0; round < 3; round++)
        {
            foreach (var name in Rebuild.Names)
            {
                await Rebuild.RunAsync(name, progress: null, Ct);
            }
        }

        Volatile.Write(ref over, true);
        await writing;

        Assert.Empty(await Unlike(
            $"""
            select data ->> 'Town', count(*) from events.mt_events where type = 'parcel_scanned' group by 1
            """,
            $"select town, scans from town_scans"));
        Assert.Empty(await Unlike(
            $"""
            select stream_id::text, sum(case type when 'shelf_filled' then 1 else -1 end * (data ->> 'Quantity')::int)
            from events.mt_events where type in ('shelf_filled', 'shelf_emptied') group by 1
            """,
            $"select shelf_id::text, quantity from shelf_stock"));
        Assert.Empty(await Unlike(
            $"""
            select s.id::text, 1000 * s.version + count(*) filter (where e.type = 'parcel_scanned')
            from events.mt_streams s join events.mt_events e on e.stream_id = s.id where s.type = 'parcel' group by s.id
            """,
            $"select parcel_id::text, 1000 * version + scans from parcel_list"));
        foreach (var name in Rebuild.Names)
        {
            Assert.Empty(await Rebuild.VerifyAsync(name, progress: null, Ct));
        }
    }

    [Fact]
    public async Task Verifying_while_everybody_writes_finds_nothing_wrong()
    {
        var over = false;
        await Rebuild.RunAsync("town_scans", progress: null, Ct);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Write(writer, () => Volatile.Read(ref over))));

        var differences = await Rebuild.VerifyAsync("town_scans", progress: null, Ct);

        Volatile.Write(ref over, true);
        await writing;
        Assert.Empty(differences);
    }

    [Fact]
    public async Task One_wrong_row_is_found_named_and_put_right()
    {
        var (wrong, missing, invented) = (await depot.SentParcel("Melak"), await depot.SentParcel("Melak"), Guid.CreateVersion7());
        await depot.Db.ExecuteAsync($"update parcel_list set destination = {"Jakarta"} where parcel_id = {wrong}", Ct);
        await depot.Db.ExecuteAsync($"delete from parcel_list where parcel_id = {missing}", Ct);
        await depot.Db.ExecuteAsync($"insert into parcel_list values ({invented}, 1, {"Paris"}, 0, null, now())", Ct);
        var before = await depot.Drawn();

        var differences = await Rebuild.VerifyAsync("parcel_list", progress: null, Ct);
        await Rebuild.RunAsync("parcel_list", progress: null, Ct);
        var afterwards = await Rebuild.VerifyAsync("parcel_list", progress: null, Ct);

        Assert.Equal(
            new[] { (wrong, true, true), (missing, false, true), (invented, true, false) }.OrderBy(row => row.Item1),
            differences.Select(row => (Guid.Parse(row.Key), row.Stored is not null, row.Expected is not null)).OrderBy(row => row.Item1));
        Assert.All(differences, row => Assert.Equal("parcel_list", row.Table));
        Assert.Contains("Jakarta", differences.Single(row => row.Key == wrong.ToString()).Stored, StringComparison.Ordinal);
        Assert.Empty(afterwards);
        Assert.Equal(before, await depot.Drawn());
    }

    [Fact]
    public async Task A_follower_is_rebuilt_up_to_where_it_stands_and_goes_on_from_there()
    {
        var ledger = new Ledger("ledger_rebuilt");
        await Schema.MigrateAsync(depot.Db, [ledger], [], rebuild: null, Ct);
        var rebuild = new Rebuild(depot.Db, depot.Store, [ledger]);
        await using var node = await Node.Start(depot.ConnectionString, ledger);
        var over = false;
        var writing = Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Write(writer, () => Volatile.Read(ref over))));

        await Eventually.Is(() => node.State(ledger).Position > 0, () => "the follower does not start");
        await depot.Db.ExecuteAsync($"delete from ledger_rebuilt where seq_id % 2 = 0", Ct);
        for (var round = 0; round < 3; round++)
        {
            await rebuild.RunAsync(ledger.Name, progress: null, Ct);
            await Task.Delay(100, Ct);
        }

        Volatile.Write(ref over, true);
        await writing;
        var last = await depot.Drawn();
        await Eventually.Is(() => node.State(ledger).Position >= last, () => $"{node.State(ledger)}");
        Assert.Null(node.State(ledger).Error);
        Assert.Empty(await Unlike(
            $"select 'scans', seq_id from events.mt_events where type = 'parcel_scanned'", $"select 'scans', seq_id from ledger_rebuilt"));
        Assert.Empty(await rebuild.VerifyAsync(ledger.Name, progress: null, Ct));
    }

    [Fact]
    public async Task What_was_archived_stays_in_the_figures()
    {
        var parcel = await depot.SentParcel("Long Apari");
        await depot.Store.ArchiveAsync(parcel, expected: 1, Ct);

        await Rebuild.RunAsync("parcel_list", progress: null, Ct);

        Assert.Equal([parcel], await depot.Db.QueryAsync(
            $"select parcel_id from parcel_list where destination = {"Long Apari"}", row => row.GetGuid(0), Ct));
    }

    [Fact]
    public async Task A_rebuild_tells_how_far_it_is()
    {
        await depot.SentParcel();
        var told = new Told();

        await Rebuild.RunAsync("parcel_list", told, Ct);

        var last = told.Reports[^1];
        Assert.Equal("parcel_list", last.Name);
        Assert.True(last.Done > 0 && last.Done == last.Total, $"{last}");
    }

    [Fact]
    public async Task Whoever_reads_what_was_rebuilt_does_not_wait_for_the_planner_to_learn_of_it()
    {
        await depot.SentParcel();

        await Rebuild.RunAsync("parcel_list", progress: null, Ct);

        Assert.Equal([true], await depot.Db.QueryAsync(
            $"select reltuples > 0 from pg_class where oid = to_regclass('read.parcel_list')", row => row.GetBoolean(0), Ct));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_rebuilt() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Rebuild.RunAsync("parcel_lists", progress: null, Ct));

    /// <summary>Wrong rows, so that a rebuild which does nothing is noticed.</summary>
    private async Task Damage()
    {
        await depot.SentParcel();
        await depot.Db.ExecuteAsync($"insert into town_scans values ({"Atlantis"}, 7)", Ct);
        await depot.Db.ExecuteAsync($"insert into shelf_stock values ({Guid.NewGuid()}, 7)", Ct);
        await depot.Db.ExecuteAsync($"update parcel_list set version = 77", Ct);
    }

    private async Task Write(int writer, Func<bool> over)
    {
        var random = new Random(writer);
        var shelf = Guid.CreateVersion7();
        await depot.Store.CommitAsync(
            new Commit(new()).Append(shelf, ShelfStock.Kind, Expected.New, [new ShelfFilled("rotan", 1_000_000)]), Ct);
        while (!over())
        {
            var parcel = Guid.CreateVersion7();
            await depot.Store.CommitAsync(
                new Commit(new())
                    .Append(parcel, Parcel.Kind, Expected.New, [new ParcelSent("a", "b", Speed.Slow, 1)])
                    .Append(shelf, ShelfStock.Kind, Expected.Any, [new ShelfEmptied(1)]),
                Ct);
            for (var version = 1; version <= random.Next(4); version++)
            {
                await depot.Store.CommitAsync(
                    new Commit(new()).Append(parcel, Parcel.Kind, version, [new ParcelScanned(Towns[random.Next(4)])]), Ct);
            }
        }
    }

    private async Task<List<(string, long)>> Unlike(Sql expected, Sql stored)
    {
        var wanted = await depot.Db.QueryAsync(expected, row => (row.GetString(0), row.GetInt64(1)), Ct);
        var found = await depot.Db.QueryAsync(stored, row => (row.GetString(0), Convert.ToInt64(row.GetValue(1), null)), Ct);
        Assert.NotEmpty(wanted);
        return [.. wanted.Except(found), .. found.Except(wanted)];
    }

    private sealed class Told : IProgress<RebuildProgress>
    {
        public List<RebuildProgress> Reports { get; } = [];

        public void Report(RebuildProgress value) => Reports.Add(value);
    }
}
