using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Web.Tests.Demo;

/// <summary>An empty database to seed a small demo into: one KIM of Kutai Kartanegara with its stalls.</summary>
internal sealed class Seedbed : IAsyncDisposable
{
    private const int Orders = 120;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kim-seed-");
    private readonly MarketApp _house;
    private readonly WebApplication _app;
    private readonly AsyncServiceScope _scope;

    private Seedbed(MarketApp house)
    {
        _house = house;

        // built, not started: a seed works behind closed doors
        _app = Application.Build(
            [$"--ConnectionStrings:Kim={house.ConnectionString}", $"--Kim:Data={_data.FullName}"],
            services => services.AddSingleton<TimeProvider>(house.Clock));
        _scope = _app.Services.CreateAsyncScope();
    }

    public string ConnectionString => _house.ConnectionString;

    public string Data => _data.FullName;

    public IServiceProvider Services => _scope.ServiceProvider;

    public DemoRecord Record => Services.GetRequiredService<DemoRecord>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="now">The moment of its seeding, not before the present one.</param>
    public static async Task<Seedbed> OpenAsync(DateTimeOffset? now = null)
    {
        var house = new MarketApp();
        await house.InitializeAsync();
        if (now is { } moment)
        {
            house.Clock.Advance(moment - house.Clock.GetUtcNow());
        }

        return new(house);
    }

    public async Task<IReadOnlyList<DemoSignIn>> SeedAsync(IProgress<DemoProgress>? progress = null, CancellationToken ct = default) =>
        await Services.GetRequiredService<DemoSeed>().RunAsync(Small(), Orders, Data, progress ?? new Progress<DemoProgress>(), ct);

    /// <summary>Seeds until there is something, and then no further.</summary>
    public async Task SeedHalfAsync()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SeedAsync(new Interruption(interrupt), interrupt.Token));
    }

    public Task PrepareAsync() => Services.GetRequiredService<Database>().PrepareAsync(Stop);

    public Task<List<string>> LinesAsync(Sql sql) => Services.GetRequiredService<NpgsqlDataSource>().RowsAsync<string>(sql, Stop);

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
        await _house.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static DemoMarket Small()
    {
        var all = DemoMarket.Read(Path.Combine(DemoSeed.Folder, "demo"));
        var group = all.Groups.First(group => group.Seat.StartsWith("64.02", StringComparison.Ordinal));
        var businesses = all.Businesses.Where(business => business.Kim == group.Key).ToArray();
        return new([group], businesses, [.. all.Products.Where(product => businesses.Any(business => business.Key == product.Business))]);
    }

    private sealed class Interruption(CancellationTokenSource source) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => source.Cancel();
    }
}
