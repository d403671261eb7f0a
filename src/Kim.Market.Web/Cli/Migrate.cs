using System.CommandLine;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim migrate</c>: brings the tables up to this program, without opening the market.</summary>
internal static class Migrate
{
    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var verb = new Command("migrate", "Bring the database up to date; serve does so as well.");
        place.AddTo(verb);
        verb.SetAction((asked, ct) => place.BehindTheScenesAsync(asked, services => RunAsync(services, ct), ct));
        return verb;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<Database>().PrepareAsync(ct);
        await Console.Out.WriteLineAsync("The database is up to date.");
        return ExitCode.Done;
    }
}
