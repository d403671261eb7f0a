using System.CommandLine;
using Kim.Market.Web.Features.Villages;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim boundaries FILE.geojson</c>: outlines of regions for the maps.</summary>
internal static class BringBoundaries
{
    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var file = new Argument<FileInfo>("file") { Description = "GeoJSON: polygons in degrees, each with the Kemendagri code of its region" };
        var verb = new Command("boundaries", "Bring outlines of regions, for the maps. They replace those of the same regions; all of a file or nothing.") { file };
        place.AddTo(verb);
        verb.SetAction((asked, ct) => place.BehindTheScenesAsync(asked, services => BringAsync(services, asked.GetValue(file)!, ct), ct));
        return verb;
    }

    private static async Task<int> BringAsync(IServiceProvider services, FileInfo file, CancellationToken ct)
    {
        if (!file.Exists || file.Length > BoundaryFile.MostBytes)
        {
            await Console.Error.WriteLineAsync(file.Exists ? $"{file.Name} is larger than {BoundaryFile.MostBytes / 1024 / 1024} MB: bring it in parts." : $"There is no file {file.Name}.");
            return ExitCode.WrongUse;
        }

        var (boundaries, problems) = BoundaryFile.Read(await File.ReadAllBytesAsync(file.FullName, ct));
        if (problems.Count == 0)
        {
            await services.GetRequiredService<Database>().PrepareAsync(ct);
            var unknown = await services.GetRequiredService<Boundaries>().KeepAsync(boundaries, ct);
            problems = [.. unknown.Take(10).Select(code => $"No region has the code {code}.")];
        }

        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        await Console.Out.WriteLineAsync(problems.Count > 0 ? "Nothing was changed." : $"{boundaries.Count} outlines are in place. Running sites show them within five minutes.");
        return problems.Count > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
