using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

public class AppendTests(Depot depot) : IClassFixture<Depot>
{
    private static readonly ParcelScanned Scan = new("Kota Bangun");

    [Fact]
    public async Task What_was_appended_is_read_again_as_it_was()
    {
        var parcel = Guid.CreateVersion7();
        var metadata = new Metadata(Guid.NewGuid(), Guid.NewGuid(), "form-7", "click-1", new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        object[] events =
        [
            new ParcelSent("Tenggarong", "Muara Muntai", Speed.Fast, 20.90m),
            new ParcelScanned("Kota Bangun"),
            new ParcelDelivered(new(2026, 3, 2, 10, 30, 0, TimeSpan.FromHours(8))),
        ];

        var stored = await depot.Store.CommitAsync(new Commit(metadata).Append(parcel, Parcel.Kind, Expected.New, events), Ct);
        var read = await depot.Store.ReadAsync(parcel, 0, Ct);

        Assert.Equal(stored, read);
        Assert.Equal(events, read.Select(recorded => recorded.Data));
        Assert.Equal([1, 2, 3], read.Select(recorded => recorded.Version));
        Assert.All(read, recorded => Assert.Equal(metadata with { At = null }, recorded.Metadata));
        Assert.All(read, recorded => Assert.Equal(metadata.At, recorded.Timestamp));
    }

    [Fact]
    public async Task What_the_host_knows_of_where_a_commit_comes_from_stands_beside_its_events()
    {
        var store = new EventStore(depot.Db, Parcel.Types(), [], [], origins: new Counter());
        var (asked, told) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var stored = await store.CommitAsync(
            new Commit(new()).Append(asked, Parcel.Kind, Expected.New, [new ParcelSent("Tenggarong", "Melak", Speed.Fast, 1m)]), Ct);
        await store.CommitAsync(
            new Commit(new(Origin: new("move"))).Append(told, Parcel.Kind, Expected.New, [new ParcelSent("Tenggarong", "Melak", Speed.Fast, 1m)]), Ct);

        Assert.Equal(new Metadata(Origin: new("/counter#Send", "Chrome, Android")), Assert.Single(await store.ReadAsync(asked, ct: Ct)).Metadata);
        Assert.Equal(new Origin("move"), Assert.Single(await store.ReadAsync(told, ct: Ct)).Metadata.Origin);
        Assert.Equal(stored[0], Assert.Single(await store.ReadAtAsync([stored[0].Sequence, long.MaxValue], Ct)));
    }

    private sealed class Counter : IOrigins
    {
        public Origin? Current { get; } = new("/counter#Send", "Chrome, Android");
    }

    [Fact]
    public async Task A_commit_that_names_nobody_reads_back_as_nobodys()
    {
        var parcel = await depot.SentParcel();

        var read = Assert.Single(await depot.Store.ReadAsync(parcel, 0, Ct));

        Assert.Equal(new Metadata(), read.Metadata);
        Assert.Equal(DateTimeOffset.UtcNow, read.Timestamp, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_stream_cannot_begin_twice()
    {
        var parcel = await depot.SentParcel();

        var refused = await Assert.ThrowsAsync<StreamMovedException>(() => Append(parcel, Expected.New, new ParcelScanned("Loa Kulu")));

        Assert.Equal((parcel, 0, 1), (refused.Stream, refused.Expected, refused.Actual));
        Assert.Single(await depot.Store.ReadAsync(parcel, 0, Ct));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public async Task Whoever_expects_another_version_learns_the_real_one(long expected)
    {
        var shelf = Guid.CreateVersion7();
        await AppendToShelf(shelf, Expected.New);

        var refused = await Assert.ThrowsAsync<StreamMovedException>(() => AppendToShelf(shelf, expected));

        Assert.Equal((shelf, expected, 1), (refused.Stream, refused.Expected, refused.Actual));
    }

    [Fact]
    public async Task A_stream_that_never_began_has_no_version()
    {
        var refused = await Assert.ThrowsAsync<StreamMovedException>(() => AppendToShelf(Guid.CreateVersion7(), expected: 3));

        Assert.Null(refused.Actual);
    }

    [Fact]
    public async Task Whoever_expects_nothing_begins_the_stream_or_continues_it()
    {
        var shelf = Guid.CreateVersion7();

        var first = await AppendToShelf(shelf, Expected.Any);
        var second = await AppendToShelf(shelf, Expected.Any);

        Assert.Equal(1, Assert.Single(first).Version);
        Assert.Equal(2, Assert.Single(second).Version);
        Assert.True(second[0].Sequence > first[0].Sequence);
    }

    [Fact]
    public async Task Sixteen_writers_who_expect_nothing_never_conflict()
    {
        var shelf = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            for (var i = 0; i < 20; i++)
            {
                await AppendToShelf(shelf, Expected.Any);
            }
        }));

        var events = await depot.Store.ReadAsync(shelf, 0, Ct);
        Assert.Equal(Enumerable.Range(1, 320).Select(version => (long)version), events.Select(recorded => recorded.Version));
        Assert.Equal(events.Select(recorded => recorded.Sequence).Order(), events.Select(recorded => recorded.Sequence));
    }

    [Fact]
    public async Task Of_sixteen_racers_one_wins_and_the_others_draw_no_number()
    {
        var shelf = Guid.CreateVersion7();
        await AppendToShelf(shelf, Expected.New);
        var before = await depot.Drawn();

        var wins = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Wins(() => AppendToShelf(shelf, expected: 1))));

        Assert.Single(wins, won => won);
        Assert.Equal(before + 1, await depot.Drawn());
    }

    [Fact]
    public async Task Of_sixteen_who_begin_the_same_stream_one_wins_and_the_others_draw_no_number()
    {
        var shelf = Guid.CreateVersion7();
        var before = await depot.Drawn();

        var wins = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Wins(() => AppendToShelf(shelf, Expected.New))));

        Assert.Single(wins, won => won);
        Assert.Equal(before + 1, await depot.Drawn());
    }

    [Fact]
    public async Task An_archived_stream_takes_no_more_events_and_is_no_longer_loaded()
    {
        var parcel = await depot.SentParcel();
        await depot.Store.CommitAsync(new Commit(new()).Snapshot(parcel, 1, new Parcel("Sanga-Sanga"), Parcel.Snapshot), Ct);
        await depot.Store.ArchiveAsync(parcel, expected: 1, Ct);

        await Assert.ThrowsAsync<StreamArchivedException>(() => Append(parcel, 1, Scan));
        await Assert.ThrowsAsync<StreamArchivedException>(
            () => depot.Store.CommitAsync(new Commit(new()).Append(parcel, "letter", Expected.Any, [Scan]), Ct));

        Assert.Null((await depot.Store.LoadAsync<Parcel>(parcel, Parcel.Evolve, Ct)).State);
        Assert.Null((await depot.Store.LoadAsync(parcel, Parcel.Evolve, Parcel.Snapshot, Ct)).State);
        Assert.True((await depot.Store.HeadAsync(parcel, Ct))!.Archived);
    }

    [Fact]
    public async Task Only_who_knows_the_last_version_archives_a_stream()
    {
        var parcel = await depot.SentParcel();
        await Append(parcel, 1, Scan);

        var refused = await Assert.ThrowsAsync<StreamMovedException>(() => depot.Store.ArchiveAsync(parcel, expected: 1, Ct));

        Assert.Equal(2, refused.Actual);
        Assert.False((await depot.Store.HeadAsync(parcel, Ct))!.Archived);
    }

    [Fact]
    public async Task The_head_of_a_stream_says_what_it_is_and_how_far_it_came()
    {
        var parcel = await depot.SentParcel();
        var sent = (await depot.Store.ReadAsync(parcel, 0, Ct))[0].Timestamp;
        var scanned = (await Append(parcel, 1, Scan))[0].Timestamp;

        var head = await depot.Store.HeadAsync(parcel, Ct);

        Assert.Equal(new(parcel, Parcel.Kind, 2, sent, scanned, Archived: false), head);
        Assert.Null(await depot.Store.HeadAsync(Guid.CreateVersion7(), Ct));
    }

    [Fact]
    public async Task Listeners_hear_of_stored_events_and_of_nothing_else()
    {
        var heard = new List<Recorded>();
        void Hear(IReadOnlyList<Recorded> events)
        {
            lock (heard)
            {
                heard.AddRange(events);
            }
        }

        depot.Store.Committed += Hear;
        var parcel = await depot.SentParcel();
        await Assert.ThrowsAsync<StreamMovedException>(() => Append(parcel, 7, Scan));
        var scanned = await Append(parcel, 1, Scan);
        depot.Store.Committed -= Hear;

        Assert.Equal([1, 2], heard.Where(recorded => recorded.Stream == parcel).Select(recorded => recorded.Version));
        Assert.Equal(scanned[0], heard[^1]);
    }

    private Task<IReadOnlyList<Recorded>> Append(Guid parcel, long expected, object data) =>
        depot.Store.CommitAsync(new Commit(new()).Append(parcel, Parcel.Kind, expected, [data]), Ct);

    private Task<IReadOnlyList<Recorded>> AppendToShelf(Guid shelf, long expected) =>
        depot.Store.CommitAsync(new Commit(new()).Append(shelf, ShelfStock.Kind, expected, [new ShelfFilled("rotan", 1)]), Ct);

    private static async Task<bool> Wins(Func<Task> append)
    {
        try
        {
            await append();
            return true;
        }
        catch (StreamMovedException)
        {
            return false;
        }
    }
}
