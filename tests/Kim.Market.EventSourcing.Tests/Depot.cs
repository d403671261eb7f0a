using Kim.Market.EventSourcing.Tests.Parcels;
using Npgsql;

namespace Kim.Market.EventSourcing.Tests;

/// <summary>A database of its own with the whole parcel business in it; one for each test class.</summary>
public sealed class Depot(PostgresServer server) : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource Db { get; private set; } = null!;

    public EventStore Store { get; private set; } = null!;

    public ParcelList ParcelList { get; } = new();

    public TownScans TownScans { get; } = new();

    public ShelfStock ShelfStock { get; } = new();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreateDatabase();
        Db = EventSourcing.Store.DataSource(ConnectionString);
        await Schema.MigrateAsync(Db, [ParcelList, TownScans, ShelfStock], [], rebuild: null, default);
        Store = new(Db, Parcel.Types(), [TownScans, ShelfStock], [ParcelList]);
    }

    /// <summary>A parcel that has only just been sent.</summary>
    public async Task<Guid> SentParcel(string to = "Sanga-Sanga")
    {
        var parcel = Guid.CreateVersion7();
        await Store.CommitAsync(
            new Commit(new()).Append(parcel, Parcel.Kind, Expected.New, [new ParcelSent("Tenggarong", to, Speed.Fast, 1.50m)]), Ct);
        return parcel;
    }

    /// <summary>The last number that anyone has drawn.</summary>
    public async Task<long> Drawn() => (await Db.QueryAsync(
        $"select coalesce(pg_sequence_last_value('events.mt_events_sequence'), 0)", row => row.GetInt64(0), Ct))[0];

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await server.DropDatabase(ConnectionString);
    }
}
