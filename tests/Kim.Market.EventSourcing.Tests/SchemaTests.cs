using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

public class SchemaTests(Depot depot, PostgresServer server) : IClassFixture<Depot>
{
    [Fact]
    public async Task Five_nodes_that_start_at_once_install_everything_once()
    {
        var database = await server.CreateDatabase();
        await using (var db = Store.DataSource(database))
        {
            var script = new Script("letters", "create table letters (id uuid primary key)");
            await Task.WhenAll(Enumerable.Range(0, 5).Select(
                _ => Schema.MigrateAsync(db, [new ParcelList(), new Ledger("ledger")], [script], rebuild: null, Ct)));

            await db.ExecuteAsync($"insert into letters values ({Guid.NewGuid()})", Ct);
            Assert.Equal([3L, 2L], await db.QueryAsync(
                $"select count(*) from events.schema_versions union all select count(*) from events.read_models",
                row => row.GetInt64(0),
                Ct));
        }

        await server.DropDatabase(database);
    }

    [Fact]
    public async Task A_script_that_was_changed_afterwards_is_refused()
    {
        await Schema.MigrateAsync(depot.Db, [], [new("drafts", "create table drafts (id int)")], rebuild: null, Ct);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Schema.MigrateAsync(
            depot.Db, [], [new("drafts", "create table drafts (id bigint)")], rebuild: null, Ct));

        Assert.Contains("'drafts'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind_and_runs_again()
    {
        var broken = new Script("half", "create table half (id int); select 1 / 0");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Schema.MigrateAsync(depot.Db, [], [broken], rebuild: null, Ct));

        await Schema.MigrateAsync(depot.Db, [], [broken with { Text = "create table half (id int)" }], rebuild: null, Ct);

        Assert.Empty(await depot.Db.QueryAsync($"select id from half", row => row.GetInt32(0), Ct));
    }

    [Fact]
    public async Task A_projection_that_comes_later_is_told_what_happened_before()
    {
        var parcel = await depot.SentParcel();
        await depot.Store.CommitAsync(
            new Commit(new()).Append(parcel, Parcel.Kind, 1, [new ParcelScanned("Bontang"), new ParcelScanned("Bontang")]), Ct);
        var late = new LateTowns();
        var rebuild = new Rebuild(depot.Db, depot.Store, [late]);

        var reported = await Schema.MigrateAsync(depot.Db, [late], [], rebuild: null, Ct);
        var built = await Schema.MigrateAsync(depot.Db, [late], [], rebuild, Ct);
        var settled = await Schema.MigrateAsync(depot.Db, [late], [], rebuild, Ct);

        Assert.Equal([["late_towns"], ["late_towns"], []], new[] { reported, built, settled });
        Assert.Equal([2L], await depot.Db.QueryAsync(
            $"select scans from late_towns where town = {"Bontang"}", row => row.GetInt64(0), Ct));
    }

    [Fact]
    public async Task A_read_model_of_another_shape_or_version_is_built_anew()
    {
        await depot.SentParcel("Loa Janan");
        var first = new Renamed("towns_by_name", "name", 1);
        await Schema.MigrateAsync(depot.Db, [first], [], new(depot.Db, depot.Store, [first]), Ct);

        foreach (var changed in new[] { new Renamed("towns_by_name", "town_name", 1), new Renamed("towns_by_name", "town_name", 2) })
        {
            var stale = await Schema.MigrateAsync(depot.Db, [changed], [], new(depot.Db, depot.Store, [changed]), Ct);

            Assert.Equal(["towns_by_name"], stale);
            Assert.Contains("Loa Janan", await depot.Db.QueryAsync(
                $"select town_name from towns_by_name", row => row.GetString(0), Ct));
        }
    }
}
