using Kim.Market.Web.Hosting.Postgres;

namespace Kim.Market.Web.Cli;

/// <summary>A database a verb may use until it is done.</summary>
internal sealed class OpenDatabase(string data, string? server) : IAsyncDisposable
{
    /// <summary>The private server, or null when a running one was named.</summary>
    public EmbeddedPostgres? Embedded { get; private set; }

    public string ConnectionString => Embedded?.ConnectionString ?? server!;

    /// <summary>What the application has to be told about it.</summary>
    public IEnumerable<string> Settings =>
        [$"--ConnectionStrings:Kim={ConnectionString}", $"--Kim:Data={data}"];

    public async Task OpenAsync(CancellationToken ct)
    {
        if (server is null)
        {
            Embedded = await EmbeddedPostgres.StartAsync(data, ct);
        }
    }

    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
