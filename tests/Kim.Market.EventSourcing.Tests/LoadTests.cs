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
