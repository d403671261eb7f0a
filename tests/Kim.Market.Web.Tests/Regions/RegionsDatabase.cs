using System.Diagnostics;
using Kim.Market.Web.Features.Regions;
using Npgsql;

namespace Kim.Market.Web.Tests.Regions;

[CollectionDefinition(nameof(RegionsDatabase))]
public sealed class RegionsDatabaseCollection : ICollectionFixture<RegionsDatabase>;

/// <summary>All regions of Indonesia in a real PostgreSQL, in a database that lives as long as the test run.</summary>
public sealed class RegionsDatabase : IAsyncLifetime
{
    private const string Local = "Host=127.0.0.1;Port=54777;Username=postgres";

    private readonly string _database = $"kim_test_{Guid.NewGuid():N}";

    private static string Postgres => Environment.GetEnvironmentVariable("KIM_TEST_POSTGRES") ?? Local;

    public NpgsqlDataSource Db { get; private set; } = null!;

    public Places Places => new(Db);

    public RegionLoader Loader => new(Db);

    /// <summary>Where the files lie that every installation starts from.</summary>
    public static string Seeds { get; } = SeedsAbove(AppContext.BaseDirectory);

    public async ValueTask InitializeAsync()
    {
        await using (var server = NpgsqlDataSource.Create(Postgres))
        {
            await ExecuteAsync(server, $"create database {_database}");
        }

        Db = NpgsqlDataSource.Create($"{Postgres};Database={_database}");
        using var sql = new StreamReader(typeof(Places).Assembly
            .GetManifestResourceStream("Kim.Market.Web.Migrations.001_regions.sql")!);
        await ExecuteAsync(Db, await sql.ReadToEndAsync());

        var watch = Stopwatch.StartNew();
        await Loader.LoadAsync(Seeds, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage($"All regions read and copied in {watch.Elapsed.TotalSeconds:N2} s.");
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await using var server = NpgsqlDataSource.Create(Postgres);
        await ExecuteAsync(server, $"drop database if exists {_database} with (force)");
    }

    public static async Task ExecuteAsync(NpgsqlDataSource db, string sql)
    {
#pragma warning disable CA2100 // every text comes from this test project or from regions.sql
        await using var command = db.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static string SeedsAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var seeds = Path.Combine(at.FullName, "seeds", "regions");
            if (Directory.Exists(seeds))
            {
                return seeds;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds seeds/regions.");
    }
}
