using System.CommandLine;
using Kim.Market.Web.Features.Demo;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim seed demo</c>: two years of an invented market in an empty database.</summary>
internal static class Seed
{
    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var what = new Argument<string>("what") { Description = "demo: villages, goods and two years of trade" };
        what.AcceptOnlyFromAmong("demo");
        var verb = new Command("seed", "Fill an empty database.") { what };
        place.AddTo(verb);
        verb.SetAction((asked, ct) => place.BehindTheScenesAsync(asked, services => RunAsync(services, place.DataOf(asked), ct), ct));
        return verb;
    }

    /// <summary>Seeds the demo where nothing has ever happened; anywhere else, nothing happens now either.</summary>
    /// <returns>Whether it was seeded.</returns>
    public static async Task<bool> WhereEmptyAsync(DemoSeed demo, string data, CancellationToken ct)
    {
        if (!await demo.IsEmptyAsync(ct))
        {
            return false;
        }

        var line = new ProgressLine();
        await demo.RunAsync(data, new Reports<DemoProgress>(report => line.Report(report.Step, report.Done, report.Total)), ct);
        return true;
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

    private static async Task<int> RunAsync(IServiceProvider services, string data, CancellationToken ct)
    {
        await services.GetRequiredService<Database>().PrepareAsync(ct);
        if (!await WhereEmptyAsync(services.GetRequiredService<DemoSeed>(), data, ct))
        {
            await Console.Error.WriteLineAsync("This database has a history of its own: a demo is only told in an empty one.");
            return ExitCode.Failed;
        }

        await ListSignInsAsync(data, ct);
        return ExitCode.Done;
    }
}
