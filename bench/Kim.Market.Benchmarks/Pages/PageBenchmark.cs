using System.Globalization;
using Kim.Market.EventSourcing;
using Kim.Market.EventSourcing.Tests;
using Kim.Market.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kim.Market.Benchmarks.Pages;

/// <summary>The pages of a market with ten thousand products, beside the least a server can do, in one run on loopback.</summary>
internal sealed class PageBenchmark
{
    private const int Connections = 8;

    // Code that has run a few hundred times is still being compiled anew: until then a page costs several times as much.
    private const int WarmUp = 10;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(400);

    private readonly List<(Sample Sample, string Address, double? Bar)> _variants = [];

    /// <param name="database">A server where a database may be created; without it, one of our own is started.</param>
    public static Task RunAsync(string? database, bool isQuick) => WithMarketAsync(database, async (market, forgetful, db) =>
    {
        var site = market.Urls.First();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        await using var bare = await BareServer.StartAsync(await http.GetByteArrayAsync(new Uri(site + "/cari")), db);
        await new PageBenchmark().RunAsync(site, forgetful.Urls.First(), bare.Urls.First(), await CpuMeter.CreateAsync(db), isQuick ? 4 : 16);
    });

    /// <summary>Serves the large market, without keeping pages, until it is told to end, for whoever wants to look at it with a profiler.</summary>
    public static Task ServeAsync(string? database) => WithMarketAsync(database, async (market, forgetful, db) =>
    {
        Console.WriteLine($"{forgetful.Urls.First()} {market.Urls.First()} {Environment.ProcessId} {db.ConnectionString}");
        await market.WaitForShutdownAsync();
    });

    /// <summary>Fills a market with ten thousand products and lets somebody use it: a node as it runs, and one that keeps no pages.</summary>
    public static async Task WithMarketAsync(string? database, Func<WebApplication, WebApplication, NpgsqlDataSource, Task> use)
    {
        using var own = database is null ? new PostgresCluster(durable: true) : null;
        await using var bench = await BenchDatabase.CreateAsync(database ?? own!.ConnectionString);
        await using var market = Market(bench.ConnectionString, keepPages: true);
        await market.Services.GetRequiredService<Database>().PrepareAsync(default);
        await LargeMarket.FillAsync(market.Services.GetRequiredService<EventStore>());
        await market.StartAsync();
        await CaughtUpAsync(market);
        var db = market.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var vacuum = db.CreateCommand("vacuum analyze"))
        {
            await vacuum.ExecuteNonQueryAsync();
        }

        // A second node on the same database that renders every page anew.
        await using var forgetful = Market(bench.ConnectionString, keepPages: false);
        await forgetful.StartAsync();
        await use(market, forgetful, db);
        await forgetful.StopAsync();
        await market.StopAsync();
    }

    private static WebApplication Market(string database, bool keepPages) => Application.Build(
        [$"--ConnectionStrings:Kim={database}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", $"--Kim:KeepPages={keepPages}"],
        _ => { });

    private static async Task CaughtUpAsync(WebApplication market)
    {
        var followers = market.Services.GetRequiredService<Followers>();
        while (followers.States.Any(state => state.Status != FollowerStatus.Running || state.Position < state.Mark || state.Mark == 0))
        {
            await Task.Delay(200);
        }
    }

    private async Task RunAsync(string site, string forgetful, string bare, CpuMeter cpu, int rounds)
    {
        Add("Kestrel, the same bytes", $"{bare}/", bar: null);
        Add("list, kept page", $"{site}/cari", 0.03);
        Add("one query, no page", $"{bare}/rows", bar: null);
        Add("list, rendered", forgetful + "/cari", 0.5);
        Add("category, rendered", forgetful + "/cari?kategori=perikanan", 0.5);
        Add("product, rendered", $"{forgetful}/p/{LargeMarket.SlugOf(4_321)}", 0.5);
        Add("search, rare words", forgetful + "/cari?q=madu+manis+4321", 2);
        Add("search, common word", forgetful + "/cari?q=amplang", 2);
        Add("search, misspelt", forgetful + "/cari?q=amplng", 2);
        Add("home, rendered", forgetful + "/", 0.5);
        Add("putting into the cart", "fill:" + site, bar: null);
        Add("order, cart to page", "till:" + site, 3);

        using var load = new Load();
        await SliceAsync(load, cpu, WarmUp, keep: false);
        await SliceAsync(load, cpu, rounds, keep: true);
        Report();
    }

    private void Add(string name, string address, double? bar) => _variants.Add((new Sample(name), address, bar));

    private async Task SliceAsync(Load load, CpuMeter cpu, int rounds, bool keep)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < _variants.Count; turn++)
            {
                var (sample, address, _) = _variants[(round + turn) % _variants.Count];
                var (used, server) = (cpu.Ours, cpu.Server);
                var (done, elapsed, _) = await load.RunAsync(address, Slice, Connections);
                if (keep)
                {
                    sample.Add(done, elapsed, cpu.Ours - used, cpu.Server - server);
                }
            }
        }
    }

    private void Report()
    {
        var kestrel = _variants[0].Sample;
        Console.WriteLine($"{"10,000 products",-26}{"req/s",10}{"cpu-ms/req",12}{"of it SQL",12}{"of Kestrel",12}{"bar",8}");
        foreach (var (sample, _, bar) in _variants)
        {
            var verdict = bar is null ? "" : sample.CpuMilliseconds <= bar ? "held" : "MISSED";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sample.Name,-26}{sample.PerSecond,10:n0}{sample.CpuMilliseconds,12:n3}{sample.ServerMilliseconds,12:n3}{sample.PerSecond / kestrel.PerSecond,12:p0}{bar,8:0.##} {verdict}"));
        }
    }
}
