using System.CommandLine;
using Kim.Market.Web.Features.Demo;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim seed demo</c>: two years of an invented market in an empty database.</summary>
internal static class Seed
{
    private const string WayOut = "Make a new, empty database (dropdb, createdb), and run kim seed demo on that.";

    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var what = new Argument<string>("what") { Description = "demo: villages, goods and two years of trade" };
        what.AcceptOnlyFromAmong("demo");
        var verb = new Command("seed", "Fill an empty database.") { what };
        place.AddTo(verb);
        verb.SetAction((asked, ct) => RunAsync(build, place, asked, ct));
        return verb;
    }

    /// <summary>Seeds the demo where nothing has ever happened, or nothing but a seed that was interrupted.</summary>
    /// <param name="isServing">Whether this program already holds the claim to serve the data folder.</param>
    /// <returns>False where there is a market already; it is left as it is.</returns>
    /// <exception cref="CannotStartException">Another program is at it, or half a market is not ours to clear away.</exception>
    public static async Task<bool> FillAsync(
        BuildApplication build, OpenDatabase database, string data, bool isServing, CancellationToken ct)
    {
        await using var app = build([.. database.SettingsInHaste], _ => { });
        await using var scope = app.Services.CreateAsyncScope();
        var prepare = scope.ServiceProvider.GetRequiredService<Database>();
        var record = scope.ServiceProvider.GetRequiredService<DemoRecord>();
        await prepare.PrepareAsync(ct);
        await using var turn = await DemoTurn.TakeAsync(scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>(), ct)
            ?? throw new CannotStartException("Another program is seeding a demo into this database just now: wait until it is done.");
        if (await record.IsHalfAsync(ct))
        {
            // what is taken away under an open market would be missed there
            using var claim = isServing || database.Embedded is null ? null : ServingClaim.Take(data, "kim seed demo");
            await ClearAwayAsync(record, database, ct);
            await prepare.PrepareAsync(ct);
        }

        if (!await record.IsEmptyAsync(ct))
        {
            return false;
        }

        Origins.Enter("seed demo");
        var line = new ProgressLine();
        var progress = new Reports<DemoProgress>(report => line.Report(report.Step, report.Done, report.Total));
        await scope.ServiceProvider.GetRequiredService<DemoSeed>().RunAsync(data, progress, ct);
        return true;
    }

    /// <summary>Nobody shall take half a market for a whole one.</summary>
    /// <exception cref="CannotStartException">This is half a market.</exception>
    public static async Task RefuseHalfAsync(DemoRecord record, OpenDatabase database, CancellationToken ct)
    {
        if (await record.IsHalfAsync(ct))
        {
            throw new CannotStartException(
                "There is only half a market here: its demo is still being seeded, or that was interrupted. "
                + (database.Embedded is null ? WayOut : "Wait for it, or let kim seed demo begin it anew."));
        }
    }

    /// <summary>Says who can sign in to a demo, and how; of any other market nothing.</summary>
    public static async Task ListSignInsAsync(string data, CancellationToken ct)
    {
        var accounts = await DemoAccounts.ReadAsync(data, ct);
        if (accounts.Count > 0)
        {
            await Console.Out.WriteLineAsync("Sign in to this demo with one of these numbers and its password:");
        }

        foreach (var account in accounts)
        {
            await Console.Out.WriteLineAsync($"  {account.Role,-18} {account.Phone}  {account.Password}  ({account.Scope})");
        }
    }

    // Only our own server's database, and only while nothing but the seed has written into it.
    private static async Task ClearAwayAsync(DemoRecord record, OpenDatabase database, CancellationToken ct)
    {
        if (database.Embedded is null)
        {
            throw new CannotStartException("Seeding a demo into this database was interrupted, and a database of yours is not cleared. " + WayOut);
        }

        if (!await record.TryWipeAsync(ct))
        {
            throw new CannotStartException(
                "Seeding a demo was interrupted here, and others have written into it since, so nothing is cleared. Give another --data.");
        }

        await Console.Error.WriteLineAsync("Seeding was interrupted the last time: it begins anew.");
    }

    private static async Task<int> RunAsync(BuildApplication build, Place place, ParseResult asked, CancellationToken ct)
    {
        var data = place.DataOf(asked);
        await using var database = place.DatabaseOf(asked);
        await database.OpenAsync(ct);
        if (!await FillAsync(build, database, data, isServing: false, ct))
        {
            await Console.Error.WriteLineAsync("This database has a history of its own: a demo is only told in an empty one.");
            return ExitCode.Failed;
        }

        await ListSignInsAsync(data, ct);
        return ExitCode.Done;
    }
}
