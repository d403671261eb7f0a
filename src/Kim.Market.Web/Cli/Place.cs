using System.CommandLine;

namespace Kim.Market.Web.Cli;

/// <summary>Where a verb works: the options all verbs share, and what they mean together with the environment.</summary>
internal sealed class Place(BuildApplication build)
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder for the database and the pictures [default: KIM_DATA, else ./data]",
        HelpName = "DIR",
    };

    private readonly Option<string?> _database = new("--database")
    {
        Description = "A running PostgreSQL (\"Host=…;Database=…;Username=…\") instead of one in the data folder "
            + "[default: ConnectionStrings__Kim, if set]",
        HelpName = "CONNECTION",
    };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_data);
        verb.Options.Add(_database);
    }

    public string DataOf(ParseResult asked) => Path.GetFullPath(asked.GetValue(_data) ?? FromEnvironment("KIM_DATA") ?? "data");

    /// <summary>The connection string of a server that is not ours to start, or null.</summary>
    public string? ServerOf(ParseResult asked) =>
        asked.GetValue(_database) ?? FromEnvironment("ConnectionStrings__Kim");

    /// <summary>The database of the place: the given server, else the private one of the data folder.</summary>
    public OpenDatabase DatabaseOf(ParseResult asked) => new(DataOf(asked), ServerOf(asked));

    /// <summary>Does a piece of work on the market, whose doors stay closed meanwhile.</summary>
    public async Task<int> BehindTheScenesAsync(ParseResult asked, Func<IServiceProvider, Task<int>> work, CancellationToken ct)
    {
        await using var database = DatabaseOf(asked);
        await database.OpenAsync(ct);
        await using var app = build([.. database.Settings], _ => { });
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static string? FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
