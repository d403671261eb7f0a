using Kim.Market.Web.Hosting;
using Kim.Market.Web.Hosting.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Web.Tests.Hosting;

public class HealthTests(MarketApp market)
{
    private const string Nowhere = "Host=/nowhere;Username=kim;Password=very-secret;Database=kim;Timeout=1";

    [Fact]
    public async Task A_market_in_order_is_ready()
    {
        using var http = market.CreateClient();

        Assert.Equal(
            """{"status":"ok","process":"ok","database":"ok","followers":"ok","photos":"ok"}""",
            await http.GetStringAsync("/readyz", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready_and_keeps_the_reason_to_itself()
    {
        await using var db = NpgsqlDataSource.Create(Nowhere);
        await using var bench = await Open(db);

        var alive = (await bench.Get("/healthz")).Response;
        var ready = (await bench.Get("/readyz")).Response;

        Assert.Equal((200, """{"status":"ok"}"""), (alive.StatusCode, await Body(alive)));
        Assert.Equal((503, """{"status":"unavailable","process":"ok","database":"unreachable"}"""), (ready.StatusCode, await Body(ready)));
    }

    [Fact]
    public async Task A_database_that_lacks_tables_is_not_ready()
    {
        var other = new NpgsqlConnectionStringBuilder(market.ConnectionString) { Database = "postgres" };
        await using var db = NpgsqlDataSource.Create(other);
        await using var bench = await Open(db);

        Assert.Equal(
            """{"status":"unavailable","process":"ok","database":"not migrated"}""", await Body((await bench.Get("/readyz")).Response));
    }

    [Fact]
    public async Task A_node_that_is_stopping_says_so_before_it_stops_answering()
    {
        await using var bench = await Open(market.Db, ("Kim:DrainSeconds", "2"));
        Assert.Equal(200, (await bench.Get("/readyz")).Response.StatusCode);

        var stopping = bench.StopAsync();

        Assert.Equal(
            """{"status":"unavailable","process":"stopping","database":"ok"}""", await Body((await bench.Get("/readyz")).Response));
        await stopping;
    }

    private static Task<Bench> Open(NpgsqlDataSource db, params (string Key, string Value)[] settings) => Bench.Start(
        (services, _) =>
        {
            services.AddSingleton(db);
            services.AddDraining();
            services.AddHealthChecks().AddCheck<DrainingHealth>("process").AddCheck<DatabaseHealth>("database");
        },
        app => app.MapHealth(),
        settings);

    private static async Task<string> Body(HttpResponse response)
    {
        using var reader = new StreamReader(response.Body);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
