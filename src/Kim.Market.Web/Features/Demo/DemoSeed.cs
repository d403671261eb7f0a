using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Complaints;
using Kim.Market.Web.Features.Demand;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Reviews;
using Kim.Market.Web.Features.Till;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Fills an empty database with two years of an invented market on real places, through the commands real people use.</summary>
public sealed class DemoSeed(
    NpgsqlDataSource db, EventStore store, Marketplace marketplace, CartLines carts, Placing placing, OrderDesk desk,
    ComplaintDesk complaints, ReviewBook reviews, HarvestDesk harvests, QueueDesk queue,
    DemandLog demand, DemoAccounts accounts, DemoPictures pictures, DemoRecord record, Taxonomy taxonomy, TimeProvider clock)
{
    private const int Seed = 6402;
    private const int Orders = 2_500;

    /// <summary>Where the demo's files lie beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Seeds, once; a database in which anything has happened is left as it is.</summary>
    /// <exception cref="InvalidOperationException">There are events already.</exception>
    public Task<IReadOnlyList<DemoSignIn>> RunAsync(string dataFolder, IProgress<DemoProgress> progress, CancellationToken ct) =>
        RunAsync(DemoMarket.Read(Path.Combine(Folder, "demo")), Orders, dataFolder, progress, ct);

    /// <summary>The same with a market and a number of orders of one's own.</summary>
    internal async Task<IReadOnlyList<DemoSignIn>> RunAsync(
        DemoMarket market, int orders, string dataFolder, IProgress<DemoProgress> progress, CancellationToken ct)
    {
        var calendar = new DemoCalendar(clock.GetUtcNow());
        if (!await record.BeginAsync(calendar.Now, ct))
        {
            throw new InvalidOperationException("This database already has events; a demo is seeded into an empty one.");
        }

        // A picture's name is known before it is made: one processor draws while the other trades.
        var keys = market.Products.Select(product => product.Picture).Distinct().ToArray();
        var keeping = pictures.KeepAsync(keys, ct);
        var supply = new DemoSupply(
            market, calendar, taxonomy.Paths, keys.ToDictionary(key => key, DemoPictures.HashOf), marketplace, store, Seed);
        var agenda = new DemoAgenda();
        supply.Plan(agenda);
        new DemoOrders(market, calendar, db, carts, placing, desk, new(db, desk, complaints, reviews, Seed), orders, Seed).Plan(agenda);
        new DemoHarvests(market, supply, calendar, harvests, queue).Plan(agenda);
        new DemoStories(market, supply, calendar, marketplace).Plan(agenda);
        new DemoStorefronts(supply, calendar, marketplace).Plan(agenda);
        new DemoMarketDays(market, supply, calendar, marketplace, db, carts, placing, desk, Seed + 1).Plan(agenda);
        new DemoPulses(calendar, db, marketplace).Plan(agenda);
        PlanCounts(agenda, calendar);
        await agenda.RunAsync(progress, ct);
        await keeping;
        await new DemoSearches(demand).MakeAsync(ct);

        var signIns = await accounts.MakeAsync(market, supply, calendar, dataFolder, ct);
        await record.FinishAsync(calendar.Now, ct);
        return signIns;
    }

    // PostgreSQL keeps the plans it made for empty tables until it has counted them, which it does of itself only once a
    // minute; until then each look at a stock would read every event there is.
    private void PlanCounts(DemoAgenda agenda, DemoCalendar calendar)
    {
        for (var day = calendar.Opening; day < calendar.Eve; day = day.AddMonths(4))
        {
            agenda.At(day, ct => db.ExecuteAsync($"analyze events.mt_events, events.mt_streams, products, stock_levels, orders, reviews", ct));
        }
    }
}
