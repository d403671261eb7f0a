using Kim.Market.EventSourcing.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Kim.Market.EventSourcing.Tests;

/// <summary>The server that all tests share: the one in KIM_TEST_POSTGRES, else one of our own.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly PostgresCluster? _own;
    private readonly string _connectionString;

    public PostgresServer()
    {
        var given = Environment.GetEnvironmentVariable("KIM_TEST_POSTGRES");
        _own = string.IsNullOrEmpty(given) ? new PostgresCluster(durable: false) : null;
        _connectionString = _own?.ConnectionString ?? given!;
    }

    /// <returns>How to connect to a new, empty database.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"kim_store_{Guid.NewGuid():n}";
        await ExecuteAsync($"create database {name}");
        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    public Task DropDatabase(string connectionString) =>
        ExecuteAsync($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public void Dispose() => _own?.Dispose();

    private async Task ExecuteAsync(string statement)
    {
        await using var db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false });
#pragma warning disable CA2100 // the name is made above
        await using var command = db.CreateCommand(statement);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
