using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Fills an empty database with two years of an invented market on real places, through the commands real people use.</summary>
public sealed class DemoSeed(
    NpgsqlDataSource db, EventStore store, Marketplace marketplace, CartLines carts, Placing placing, OrderDesk desk,
    UserManager<Account> accounts, Pictures.Pictures pictures, Taxonomy taxonomy, TimeProvider clock)
{
    private const int Seed = 6402;

    /// <summary>Where the demo's files lie beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Whether this database was filled by a demo: only then are there demo sign-ins.</summary>
    public async Task<bool> IsDemoAsync(CancellationToken ct) =>
        (await db.RowsAsync<string>($"select value from app.facts where name = 'demo'", ct)).Count > 0;

    /// <summary>Whether nothing has ever happened here.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        (await db.RowsAsync<bool>($"select not exists (select from events.mt_events)", ct))[0];

    /// <summary>Seeds, once; a database in which anything has happened is left as it is.</summary>
    /// <exception cref="InvalidOperationException">There are events already.</exception>
    public async Task<IReadOnlyList<DemoSignIn>> RunAsync(string dataFolder, IProgress<DemoProgress> progress, CancellationToken ct)
    {
        if (!await IsEmptyAsync(ct))
        {
            throw new InvalidOperationException("This database already has events; a demo is seeded into an empty one.");
        }

        var market = DemoMarket.Read(Path.Combine(Folder, "demo"));
        var calendar = new DemoCalendar(clock.GetUtcNow());
        var files = market.Products.Select(product => product.Picture).Distinct()
            .ToDictionary(key => key, key => Path.Combine(Folder, "pictures", key + ".webp"));
        var photos = files.ToDictionary(file => file.Key, file => Pictures.Pictures.HashOf(File.ReadAllBytes(file.Value)));

        // A picture's name is known before it is made: one processor draws while the other trades.
        var keeping = KeepPicturesAsync(files.Values, ct);
        var supply = new DemoSupply(market, calendar, taxonomy.Paths, photos, marketplace, store, Seed);
        var agenda = new DemoAgenda();
        supply.Plan(agenda);
        new DemoOrders(market, calendar, supply, db, carts, placing, desk, Seed).Plan(agenda);
        await agenda.RunAsync(progress, ct);
        await keeping;

        await db.ExecuteAsync($"insert into app.facts (name, value) values ('demo', {calendar.Now.ToString("O")})", ct);
        return await new DemoAccounts(accounts, marketplace).MakeAsync(market, supply, calendar, dataFolder, ct);
    }

    private Task KeepPicturesAsync(IEnumerable<string> files, CancellationToken ct) => Parallel.ForEachAsync(
        files, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct }, async (file, stop) =>
        {
            await using var picture = File.OpenRead(file);
            await pictures.KeepAsync(picture, stop);
        });
}
