using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

[assembly: AssemblyFixture(typeof(MarketApp))]

namespace Kim.Market.Web.Tests;

/// <summary>The real program on a real PostgreSQL, in a database of its own that ends with it.</summary>
public sealed class MarketApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-web-").FullName;
    private TestDatabase _database = null!;

    /// <summary>Moving it on moves this program alone; the one that all tests share stays in the present.</summary>
    public Clock Clock { get; } = new();

    /// <summary>All tests come from one address, so the shared program lets it try, and write, as often as it likes.</summary>
    public int SignInsPerMinute { get; init; } = 100_000;

    /// <summary>How long sellers have to answer, where a test has it otherwise than everybody.</summary>
    public int AnswerHours { get; init; } = 24;

    /// <summary>What a test has set otherwise than everybody.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What a test puts in the place of the world outside.</summary>
    public Action<IServiceCollection> World { get; init; } = _ => { };

    /// <summary>Reads what the program logs, and finds persons in it.</summary>
    public LogDetector Detector { get; } = new();

    public Marketplace Marketplace => Services.GetRequiredService<Marketplace>();

    public NpgsqlDataSource Db => Services.GetRequiredService<NpgsqlDataSource>();

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Somebody without an account, in a browser that was never here.</summary>
    public Browser Visitor() => new(this, member: null);

    /// <summary>Somebody who is signed in, through the same cookie a browser would hold.</summary>
    /// <param name="isStrong">Whether they showed a second factor; officers and chairs have to.</param>
    public Browser As(Id<Member> member, bool isStrong = true) => new(this, member, isStrong);

    /// <summary>Returns when search, figures and whatever else follows behind the events have applied all there are by now.</summary>
    public async Task CaughtUp()
    {
        var followers = Services.GetRequiredService<Followers>();
        var last = (await Db.QueryAsync($"select coalesce(max(seq_id), 0) from events.mt_events", row => row.GetInt64(0), TestContext.Current.CancellationToken))[0];
        while (followers.States.Any(state => state.Status != FollowerStatus.Running || state.Position < last))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask InitializeAsync() => _database = await TestDatabase.OpenAsync(_folder);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(Detector.Found);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => Settings
        .Aggregate(builder.UseSetting("Kim:WritesPerMinute", "100000").UseSetting("Kim:DataPerMinute", "100000"), (with, setting) => with.UseSetting(setting.Key, setting.Value))
        .UseSetting("ConnectionStrings:Kim", ConnectionString)
        .UseSetting("Kim:Data", _folder)
        .UseSetting("Kim:SignInsPerMinute", SignInsPerMinute.ToString(CultureInfo.InvariantCulture))
        .UseSetting("Orders:AnswerHours", AnswerHours.ToString(CultureInfo.InvariantCulture))
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Warning")
        .ConfigureLogging(logging => logging
            .AddProvider(Detector).AddFilter<LogDetector>(null, LogLevel.Debug).AddFilter<LogDetector>("Microsoft", LogLevel.Warning).AddFilter<LogDetector>("Npgsql", LogLevel.Information))
        .ConfigureTestServices(services => World(services.AddSingleton<TimeProvider>(Clock)));
}

/// <summary>The real time, until a test moves it on.</summary>
public sealed class Clock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan time) => _ahead += time;
}
