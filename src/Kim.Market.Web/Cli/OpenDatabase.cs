using Kim.Market.Web.Hosting.Postgres;
using Npgsql;

namespace Kim.Market.Web.Cli;

/// <summary>A database a verb may use until it is done.</summary>
internal sealed class OpenDatabase(string data, string? server) : IAsyncDisposable
{
    /// <summary>The private server, or null when a running one was named.</summary>
    public EmbeddedPostgres? Embedded { get; private set; }

    public string ConnectionString => Embedded?.ConnectionString ?? server!;

    /// <summary>What the application has to be told about it.</summary>
    public IEnumerable<string> Settings => SettingsOf(ConnectionString);

    /// <summary>The same for work that is begun anew when the server dies: nothing waits for the disk.</summary>
    public IEnumerable<string> SettingsInHaste
    {
        get
        {
            var server = new NpgsqlConnectionStringBuilder(ConnectionString);
            server.Options = $"{server.Options} -c synchronous_commit=off".TrimStart();
            return SettingsOf(server.ConnectionString);
        }
    }

    public async Task OpenAsync(CancellationToken ct)
    {
        if (server is null)
        {
            Embedded = await EmbeddedPostgres.StartAsync(data, ct);
        }
    }

    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IEnumerable<string> SettingsOf(string connection) => [$"--ConnectionStrings:Kim={connection}", $"--Kim:Data={data}"];
}
