using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

public class LoadTests(Depot depot) : IClassFixture<Depot>
{
    [Fact]
    public async Task A_snapshot_and_the_events_after_it_are_the_whole_stream()
    {
        var parcel = await depot.SentParcel();
        await Scan(parcel, from: 1, count: 5);
        var atSix = await depot.Store.LoadAsync<Parcel>(parcel, Parcel.Evolve, Ct);
        await depot.Store.CommitAsync(new Commit(new()).Snapshot(parcel, 6, atSix.State!, Parcel.Snapshot), Ct);
        await Scan(parcel, from: 6, count: 3);

        var folded = await depot.Store.LoadAsync<Parcel>(parcel, Parcel.Evolve, Ct);
        var continued = await depot.Store.LoadAsync(parcel, Parcel.Evolve, Parcel.Snapshot, Ct);

        Assert.Equal(new Parcel("Sanga-Sanga", 8, "town 8"), continued.State);
        Assert.Equal((folded.State, folded.Version), (continued.State, continued.Version));
        Assert.Equal([7, 8, 9], continued.History.Select(recorded => recorded.Version));
    }

    [Fact]
    public async Task A_snapshot_at_the_last_event_needs_no_event()
    {
        var parcel = await depot.SentParcel();
        await depot.Store.CommitAsync(new Commit(new())
            .Append(parcel, Parcel.Kind, 1, [new ParcelScanned("Loa Kulu")])
            .Snapshot(parcel, 2, new Parcel("Sanga-Sanga", 1, "Loa Kulu"), Parcel.Snapshot), Ct);

        var loaded = await depot.Store.LoadAsync(parcel, Parcel.Evolve, Parcel.Snapshot, Ct);

        Assert.Equal((new Parcel("Sanga-Sanga", 1, "Loa Kulu"), 2), (loaded.State!, loaded.Version));
        Assert.Empty(loaded.History);
    }

    [Fact]
    public async Task A_snapshot_of_another_version_is_not_read()
    {
        var parcel = await depot.SentParcel();
        var outdated = new Parcel("nowhere");
        await depot.Store.CommitAsync(new Commit(new()).Snapshot(parcel, 1, outdated, Parcel.Snapshot), Ct);

        var loaded = await depot.Store.LoadAsync(parcel, Parcel.Evolve, Parcel.Snapshot with { Version = 2 }, Ct);

        Assert.Equal("Sanga-Sanga", loaded.State!.To);
    }

    [Fact]
    public async Task A_late_snapshot_does_not_replace_a_newer_one()
    {
        var parcel = await depot.SentParcel();
        await Scan(parcel, from: 1, count: 2);
        await depot.Store.CommitAsync(new Commit(new()).Snapshot(parcel, 3, new Parcel("new", 2), Parcel.Snapshot), Ct);
        await depot.Store.CommitAsync(new Commit(new()).Snapshot(parcel, 1, new Parcel("old"), Parcel.Snapshot), Ct);

        var loaded = await depot.Store.LoadAsync(parcel, Parcel.Evolve, Parcel.Snapshot, Ct);

        Assert.Equal("new", loaded.State!.To);
    }

    [Fact]
    public async Task Several_streams_are_loaded_at_once_in_the_order_asked_for()
    {
        var (near, far) = (await depot.SentParcel("Tenggarong Seberang"), await depot.SentParcel("Long Iram"));
        var unknown = Guid.CreateVersion7();

        var loaded = await depot.Store.LoadManyAsync<Parcel>([far, unknown, near, far], Parcel.Evolve, Ct);

        Assert.Equal(["Long Iram", null, "Tenggarong Seberang", "Long Iram"], loaded.Select(parcel => parcel.State?.To));
        Assert.Equal([1, 0, 1, 1], loaded.Select(parcel => parcel.Version));
    }

    [Fact]
    public async Task Several_streams_are_loaded_from_their_snapshots_where_they_have_one()
    {
        var (kept, whole, current) = (await depot.SentParcel(), await depot.SentParcel(), await depot.SentParcel());
        await Scan(kept, from: 1, count: 4);
        await depot.Store.CommitAsync(
            new Commit(new())
                .Snapshot(kept, 3, new Parcel("from the snapshot", 2, "town 2"), Parcel.Snapshot)
                .Snapshot(current, 1, new Parcel("from the snapshot"), Parcel.Snapshot),
            Ct);

        var loaded = await depot.Store.LoadManyAsync(
            [whole, kept, Guid.CreateVersion7(), current, kept], Parcel.Evolve, Parcel.Snapshot, Ct);

        Assert.Equal(
            ["Sanga-Sanga", "from the snapshot", null, "from the snapshot", "from the snapshot"],
            loaded.Select(parcel => parcel.State?.To));
        Assert.Equal([1, 5, 0, 1, 5], loaded.Select(parcel => parcel.Version));
        Assert.Equal(4, loaded[1].State!.Scans);
        Assert.Equal([4, 5], loaded[1].History.Select(recorded => recorded.Version));
    }

    /// <summary>A snapshot and its tail must be of the same moment, or an event between them is folded by nobody.</summary>
    [Fact]
    public async Task A_state_is_whole_while_snapshots_and_events_move_on()
    {
        var parcel = await depot.SentParcel();
        var writing = Task.Run(async () =>
        {
            for (var version = 1; version < 400; version++)
            {
                var commit = new Commit(new()).Append(parcel, Parcel.Kind, version, [new ParcelScanned("town")]);
                if (version % 2 == 0)
                {
                    commit.Snapshot(parcel, version + 1, new Parcel("Sanga-Sanga", version, "town"), Parcel.Snapshot);
                }

                await depot.Store.CommitAsync(commit, Ct);
            }
        }, Ct);

        while (!writing.IsCompleted)
        {
            var one = await depot.Store.LoadAsync(parcel, Parcel.Evolve, Parcel.Snapshot, Ct);
            var many = (await depot.Store.LoadManyAsync([parcel], Parcel.Evolve, Parcel.Snapshot, Ct))[0];

            Assert.Equal(one.Version - 1, one.State!.Scans);
            Assert.Equal(many.Version - 1, many.State!.Scans);
        }

        await writing;
    }

    [Fact]
    public async Task A_stream_that_never_began_has_no_state()
    {
        var loaded = await depot.Store.LoadAsync(Guid.CreateVersion7(), Parcel.Evolve, Parcel.Snapshot, Ct);

        Assert.Null(loaded.State);
        Assert.Equal(0, loaded.Version);
    }

    [Fact]
    public async Task What_an_older_version_stored_is_read_as_todays_record()
    {
        var parcel = await depot.SentParcel();
        await Scan(parcel, from: 1, count: 1);
        await depot.Db.ExecuteAsync(
            $"""
            update events.mt_events
            set type = {"parcel_seen"}, data = {new Json("""{"Place":"Muara Kaman"}"""u8.ToArray())}
            where stream_id = {parcel} and version = 2
            """,
            Ct);

        var loaded = await depot.Store.LoadAsync<Parcel>(parcel, Parcel.Evolve, Ct);
        var followed = await depot.Store.ReadAllAsync(0, long.MaxValue, [typeof(ParcelScanned)], 10_000, Ct);

        Assert.Equal("Muara Kaman", loaded.State!.LastTown);
        Assert.Contains(followed, recorded => recorded.Stream == parcel && recorded.Data is ParcelScanned { Town: "Muara Kaman" });
    }

    [Fact]
    public async Task An_event_that_nobody_knows_is_named_and_not_skipped()
    {
        var parcel = await depot.SentParcel();
        await depot.Db.ExecuteAsync(
            $"update events.mt_events set type = {"parcel_lost"} where stream_id = {parcel}", Ct);

        var failure = await Assert.ThrowsAsync<UnreadableEventException>(() => depot.Store.ReadAsync(parcel, 0, Ct));

        Assert.Equal((parcel, "parcel_lost"), (failure.Stream, failure.Alias));
        await depot.Db.ExecuteAsync($"delete from events.mt_events where stream_id = {parcel}", Ct);
    }

    private Task<IReadOnlyList<Recorded>> Scan(Guid parcel, int from, int count) => depot.Store.CommitAsync(
        new Commit(new()).Append(
            parcel, Parcel.Kind, from, [.. Enumerable.Range(from, count).Select(n => new ParcelScanned($"town {n}"))]), Ct);
}
