using Kim.Market.Web.Hosting.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Web.Tests;

/// <summary>A database of its own, with its tables and every region of Indonesia in it, that ends with whoever opened it.</summary>
/// <remarks>
/// The server is the one in KIM_TEST_POSTGRES, where all are copies of one that was prepared once; else a private one that ends as well.
/// </remarks>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static string? _pattern;
    private static int _open;

    private readonly string _name = $"kim_web_{Guid.NewGuid():N}";
    private readonly EmbeddedPostgres? _own;
    private readonly string _server;

    private TestDatabase(string server, EmbeddedPostgres? own) => (_server, _own) = (server, own);

    public string ConnectionString => Named(_server, _name);

    /// <param name="folder">Where a private server keeps its files.</param>
    public static async Task<TestDatabase> OpenAsync(string folder)
    {
        var given = Environment.GetEnvironmentVariable("KIM_TEST_POSTGRES");
        if (string.IsNullOrEmpty(given))
        {
            // PostgreSQL's own account must reach what lies in it
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            var own = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None);
            var alone = new TestDatabase(own.ConnectionString, own);
            await OnServer(alone._server, $"create database {alone._name}");
            await PrepareAsync(alone.ConnectionString);
            return alone;
        }

        var copy = new TestDatabase(given, own: null);
        await Turn.WaitAsync();
        try
        {
            if (_pattern is null)
            {
                var pattern = $"kim_pattern_{Guid.NewGuid():N}";
                await OnServer(given, $"create database {pattern}");
                await PrepareAsync(Named(given, pattern));
                _pattern = pattern;
            }

            await OnServer(given, $"create database {copy._name} template {_pattern}");
            _open++;
        }
        finally
        {
            Turn.Release();
        }

        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        await OnServer(_server, $"drop database {_name} with (force)");
        if (_own is not null)
        {
            await _own.DisposeAsync();
            return;
        }

        await Turn.WaitAsync();
        try
        {
            if (--_open == 0)
            {
                await OnServer(_server, $"drop database {_pattern} with (force)");
                _pattern = null;
            }
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task PrepareAsync(string connection)
    {
        // built, not started: nothing may look for tables before they are there
        var database = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;
        await using var notStarted = Application.Build([$"--ConnectionStrings:Kim={database}"], _ => { });
        await notStarted.Services.GetRequiredService<Database>().PrepareAsync(CancellationToken.None);
    }

    private static string Named(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    private static async Task OnServer(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
#pragma warning disable CA2100 // the names are made above
        await using var command = source.CreateCommand(statement);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
