using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Web.Hosting.Postgres;
using Kim.Market.Web.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(MarketApp))]

namespace Kim.Market.Web.Tests;

/// <summary>The real program on a real PostgreSQL, in a database of its own that ends with it.</summary>
/// <remarks>The server is the one in KIM_TEST_POSTGRES, else a private one that ends as well.</remarks>
public sealed class MarketApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _database = $"kim_web_{Guid.NewGuid():N}";
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-web-").FullName;
    private EmbeddedPostgres? _own;
    private string _server = "";

    /// <summary>Moving it on moves this program alone; the one that all tests share stays in the present.</summary>
    public Clock Clock { get; } = new();

    /// <summary>All tests come from one address, so the shared program lets it try as often as it likes.</summary>
    public int SignInsPerMinute { get; init; } = 100_000;

    public Marketplace Marketplace => Services.GetRequiredService<Marketplace>();

    public NpgsqlDataSource Db => Services.GetRequiredService<NpgsqlDataSource>();

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ConnectionString;

    /// <summary>Somebody without an account, in a browser that was never here.</summary>
    public Browser Visitor() => new(this, member: null);

    /// <summary>Somebody who is signed in, through the same cookie a browser would hold.</summary>
    /// <param name="isStrong">Whether they showed a second factor; officers and chairs have to.</param>
    public Browser As(Id<Member> member, bool isStrong = true) => new(this, member, isStrong);

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL's own account must reach what lies in it
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var given = Environment.GetEnvironmentVariable("KIM_TEST_POSTGRES");
        _own = string.IsNullOrEmpty(given) ? await EmbeddedPostgres.StartAsync(_folder, CancellationToken.None) : null;
        _server = _own?.ConnectionString ?? given!;
        await OnServer($"create database {_database}");

        // built, not started: nothing may look for tables before they are there
        await using var notStarted = Application.Build([$"--ConnectionStrings:Kim={ConnectionString}"], _ => { });
        await notStarted.Services.GetRequiredService<Database>().PrepareAsync(CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await OnServer($"drop database {_database} with (force)");
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Kim", ConnectionString)
        .UseSetting("Kim:Data", _folder)
        .UseSetting("Kim:SignInsPerMinute", SignInsPerMinute.ToString(CultureInfo.InvariantCulture))
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Warning")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));

    private async Task OnServer(string statement)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_server) { Pooling = false });
#pragma warning disable CA2100 // the name is made above
        await using var command = server.CreateCommand(statement);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The real time, until a test moves it on.</summary>
public sealed class Clock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan time) => _ahead += time;
}
