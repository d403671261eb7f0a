using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

public class CommitTests(Depot depot) : IClassFixture<Depot>
{
    [Fact]
    public async Task Several_streams_change_together()
    {
        var (shelf, parcel) = (await FilledShelf(5), Guid.CreateVersion7());

        var stored = await depot.Store.CommitAsync(Send(parcel, (shelf, Expected: 1, Quantity: 2)), Ct);

        Assert.Equal([parcel, shelf], stored.Select(recorded => recorded.Stream));
        Assert.Equal([1, 2], stored.Select(recorded => recorded.Version));
        Assert.True(stored[0].Sequence > 0 && stored[1].Sequence > stored[0].Sequence);
        Assert.Equal(3, await Left(shelf));
        Assert.Equal(1, (await depot.Store.HeadAsync(parcel, Ct))!.Version);
    }

    [Fact]
    public async Task One_moved_stream_keeps_all_the_others_unchanged_and_draws_no_number()
    {
        var (moved, still, parcel) = (await FilledShelf(5), await FilledShelf(5), Guid.CreateVersion7());
        var before = await depot.Drawn();

        var refused = await Assert.ThrowsAsync<StreamMovedException>(
            () => depot.Store.CommitAsync(Send(parcel, (still, 1, 1), (moved, 7, 1)), Ct));

        Assert.Equal((moved, 7, 1), (refused.Stream, refused.Expected, refused.Actual));
        Assert.Equal(before, await depot.Drawn());
        Assert.Equal(5, await Left(still));
        Assert.Null(await depot.Store.HeadAsync(parcel, Ct));
    }

    [Fact]
    public async Task A_guard_refuses_before_any_number_is_drawn()
    {
        var shelf = await FilledShelf(2);
        var before = await depot.Drawn();

        var refused = await Assert.ThrowsAsync<ConstraintRefusedException>(
            () => depot.Store.CommitAsync(Send(Guid.CreateVersion7(), (shelf, Expected.Any, 3)), Ct));

        Assert.Equal("shelf_stock_never_negative", refused.Constraint);
        Assert.Equal(before, await depot.Drawn());
        Assert.Equal(2, await Left(shelf));
    }

    [Fact]
    public async Task Of_forty_buyers_ten_get_the_ten_that_there_are()
    {
        var shelf = await FilledShelf(10);

        var served = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            try
            {
                await depot.Store.CommitAsync(Send(Guid.CreateVersion7(), (shelf, Expected.Any, 1)), Ct);
                return true;
            }
            catch (ConstraintRefusedException)
            {
                return false;
            }
        }));

        Assert.Equal(10, served.Count(was => was));
        Assert.Equal(0, await Left(shelf));
        Assert.Equal(11, (await depot.Store.HeadAsync(shelf, Ct))!.Version);
    }

    [Fact]
    public async Task Sixteen_writers_with_random_sets_of_streams_never_deadlock()
    {
        var shelves = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FilledShelf(100_000)));
        var deadlocksBefore = await Deadlocks();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            var random = new Random(writer);
            for (var i = 0; i < 25; i++)
            {
                var chosen = shelves.OrderBy(_ => random.Next()).Take(1 + random.Next(5));
                await depot.Store.CommitAsync(Send(Guid.CreateVersion7(), [.. chosen.Select(shelf => (shelf, Expected.Any, 1))]), Ct);
            }
        }));

        Assert.Equal(deadlocksBefore, await Deadlocks());
        foreach (var shelf in shelves)
        {
            Assert.Equal(100_000 - (await depot.Store.HeadAsync(shelf, Ct))!.Version + 1, await Left(shelf));
        }
    }

    [Fact]
    public async Task The_second_submit_of_a_form_is_refused_by_its_command_id()
    {
        await depot.Db.ExecuteAsync($"create table if not exists commands (id uuid constraint commands_once primary key)", Ct);
        var (command, shelf) = (Guid.NewGuid(), await FilledShelf(5));
        Commit Submit() => Send(Guid.CreateVersion7(), (shelf, Expected.Any, 1)).First($"insert into commands values ({command})");

        await depot.Store.CommitAsync(Submit(), Ct);
        var refused = await Assert.ThrowsAsync<ConstraintRefusedException>(() => depot.Store.CommitAsync(Submit(), Ct));

        Assert.Equal("commands_once", refused.Constraint);
        Assert.Equal(4, await Left(shelf));
    }

    [Fact]
    public async Task What_belongs_to_the_commit_is_written_with_it_or_not_at_all()
    {
        await depot.Db.ExecuteAsync($"create table if not exists letters (parcel uuid, body jsonb, reply text)", Ct);
        var (parcel, lost) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var body = new Json("""{"To":"Ibu"}"""u8.ToArray());
        Sql Letter(Guid of) => $"insert into letters values ({of}, {body}, {(string?)null}) returning parcel, 7 as reply";

        await depot.Store.CommitAsync(Send(parcel).Also(Letter(parcel)), Ct);
        await Assert.ThrowsAsync<StreamMovedException>(() => depot.Store.CommitAsync(Send(parcel).Also(Letter(lost)), Ct));

        var letters = await depot.Db.QueryAsync($"select parcel from letters", row => row.GetGuid(0), Ct);
        Assert.Equal([parcel], letters);
    }

    [Fact]
    public async Task A_view_shows_the_stream_as_soon_as_the_commit_returns()
    {
        var parcel = Guid.CreateVersion7();
        var at = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
        await depot.Store.CommitAsync(
            new Commit(new(At: at)).Append(parcel, Parcel.Kind, Expected.New, [new ParcelSent("Tenggarong", "Melak", Speed.Slow, 1)]), Ct);
        var history = await depot.Store.ReadAsync(parcel, 0, Ct);

        // Once with the history that the caller has loaded, once without.
        await depot.Store.CommitAsync(new Commit(new()).Append(parcel, Parcel.Kind, 1, [new ParcelScanned("Kembang Janggut")], history), Ct);
        await depot.Store.CommitAsync(new Commit(new()).Append(parcel, Parcel.Kind, 2, [new ParcelDelivered(at.AddDays(2))]), Ct);

        var rows = await depot.Db.QueryAsync(
            $"select version, destination, scans, last_town, sent_at, delivered_at from parcel_list where parcel_id = {parcel}",
            row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3),
                row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5)),
            Ct);
        Assert.Equal([(3, "Melak", 1, "Kembang Janggut", at, at.AddDays(2))], rows);
    }

    [Fact]
    public async Task A_view_cannot_follow_a_stream_whose_version_nobody_looked_at()
    {
        var parcel = await depot.SentParcel();

        await Assert.ThrowsAsync<InvalidOperationException>(() => depot.Store.CommitAsync(
            new Commit(new()).Append(parcel, Parcel.Kind, Expected.Any, [new ParcelScanned("Loa Kulu")]), Ct));

        Assert.Single(await depot.Store.ReadAsync(parcel, 0, Ct));
    }

    [Fact]
    public async Task Two_commits_that_deadlock_on_rows_of_a_projection_both_succeed()
    {
        await depot.Db.ExecuteAsync($"create table if not exists crossing (town text primary key, n int not null)", Ct);
        await depot.Db.ExecuteAsync($"insert into crossing values ({"north"}, 0), ({"south"}, 0)", Ct);
        var store = new EventStore(depot.Db, Parcel.Types(), [new Crossing()], []);
        Task Cross(string first, string second) => store.CommitAsync(
            new Commit(new()).Append(
                Guid.CreateVersion7(), "ferry", Expected.New, [new ParcelScanned(first), new ParcelScanned(second)]), Ct);
        var before = await Deadlocks();

        await Task.WhenAll(Cross("north", "south"), Cross("south", "north"));

        Assert.InRange(await Deadlocks(), before + 1, before + 3); // the one that tries again may meet the other once more
        Assert.Equal([2, 2], await depot.Db.QueryAsync($"select n from crossing", row => row.GetInt32(0), Ct));
    }

    private static Commit Send(Guid parcel, params (Guid Shelf, long Expected, int Quantity)[] contents)
    {
        var commit = new Commit(new())
            .Append(parcel, Parcel.Kind, Expected.New, [new ParcelSent("Tenggarong", "Melak", Speed.Slow, 1)]);
        foreach (var (shelf, expected, quantity) in contents)
        {
            commit.Append(shelf, ShelfStock.Kind, expected, [new ShelfEmptied(quantity)]);
        }

        return commit;
    }

    private async Task<Guid> FilledShelf(int quantity)
    {
        var shelf = Guid.CreateVersion7();
        await depot.Store.CommitAsync(
            new Commit(new()).Append(shelf, ShelfStock.Kind, Expected.New, [new ShelfFilled("rotan", quantity)]), Ct);
        return shelf;
    }

    private async Task<int> Left(Guid shelf) => (await depot.Db.QueryAsync(
        $"select quantity from shelf_stock where shelf_id = {shelf}", row => row.GetInt32(0), Ct))[0];

    private async Task<long> Deadlocks()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        return (await depot.Db.QueryAsync(
            $"select deadlocks from pg_stat_database where datname = current_database()", row => row.GetInt64(0), Ct))[0];
    }
}
