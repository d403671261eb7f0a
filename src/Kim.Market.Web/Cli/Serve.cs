using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kim.Market.Web.Features.Demo;
using Kim.Market.Web.Hosting;
using Kim.Market.Web.Hosting.Postgres;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim serve</c>: opens the market, and keeps it open until told to stop.</summary>
internal sealed class Serve(BuildApplication build)
{
    private const int UsualPort = 5080;
    private readonly Place _place = new(build);
    private readonly Option<int?> _port = new("--port")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"Port on this machine's loopback [default: ASPNETCORE_URLS, else {UsualPort}]"),
        HelpName = "PORT",
        CustomParser = ParsePort,
    };

    private readonly Option<bool> _demo = new("--demo") { Description = "Fill an empty market with demonstration villages, goods and trade" };
    private readonly Option<bool> _empty = new("--empty") { Description = "Start with nothing in it [default]" };

    public static Command Verb(BuildApplication build)
    {
        var serve = new Serve(build);
        var verb = new Command("serve", "Open the market in the browser.") { serve._port, serve._demo, serve._empty };
        serve._place.AddTo(verb);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(serve._demo) && given.GetValue(serve._empty))
            {
                given.AddError("A market is either a --demo or --empty.");
            }
        });
        verb.SetAction(serve.RunAsync);
        return verb;
    }

    private static int? ParsePort(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535)
        {
            return port;
        }

        given.AddError("--port takes a number from 1 to 65535.");
        return null;
    }

    private async Task<int> RunAsync(ParseResult asked, CancellationToken ct)
    {
        var urls = UrlsOf(asked.GetValue(_port));

        // several nodes may share a server of their own choosing, but a private one has one web server
        using var claim = _place.ServerOf(asked) is null ? ServingClaim.Take(_place.DataOf(asked), urls) : null;
        await using var database = _place.DatabaseOf(asked);
        await database.OpenAsync(ct);
        await using var app = build([.. database.Settings, $"--urls={urls}"], services => Watch(services, database.Embedded));
        await app.Services.GetRequiredService<Database>().PrepareAsync(ct);
        var record = app.Services.GetRequiredService<DemoRecord>();

        // seeding brings an application of its own, whose memory a market that is there already need not pay for
        if (asked.GetValue(_demo) && (await record.IsEmptyAsync(ct) || await record.IsHalfAsync(ct)))
        {
            await Seed.FillAsync(build, database, _place.DataOf(asked), isServing: true, ct);
            app.Services.GetRequiredService<NpgsqlDataSource>().Clear(); // statements prepared on tables that were cleared away
            await app.Services.GetRequiredService<Database>().PrepareAsync(ct);
        }

        await Seed.RefuseHalfAsync(record, database, ct);
        await StartAsync(app, ct);
        await AnnounceAsync(app, database);
        await Seed.ListSignInsAsync(_place.DataOf(asked), ct);
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }

    private static string UrlsOf(int? port) =>
        port is null && Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } chosen
            ? chosen
            : string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port ?? UsualPort}");

    private static void Watch(IServiceCollection services, EmbeddedPostgres? embedded)
    {
        if (embedded is not null)
        {
            services.AddSingleton<IHostedService>(provider =>
                new PostgresWatch(embedded, provider.GetRequiredService<ILogger<PostgresWatch>>()));
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CannotStartException($"{e.InnerException.Message} Another program listens there: give another --port.", e);
        }
    }

    private static async Task AnnounceAsync(WebApplication app, OpenDatabase database)
    {
        await Console.Out.WriteLineAsync($"Pasar KIM is open at {string.Join(" and ", app.Urls)}");
        if (database.Embedded is { } embedded)
        {
            await Console.Out.WriteLineAsync($"Its database is in {embedded.Folder}. Ctrl-C closes both.");
        }
    }
}
