using Kim.Market.Web.Features.Demo;

namespace Kim.Market.Web.Tests.Demo;

/// <summary>A demo that was seeded early in the morning.</summary>
public sealed class MorningMarket : IAsyncLifetime
{
    public DateTimeOffset Moment { get; } = new(DateTime.UtcNow.Date.AddDays(1).AddHours(1), TimeSpan.Zero);

    internal Seedbed Bed { get; private set; } = null!;

    internal IReadOnlyList<DemoSignIn> SignIns { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Bed = await Seedbed.OpenAsync(Moment);
        SignIns = await Bed.SeedAsync();
    }

    public ValueTask DisposeAsync() => Bed.DisposeAsync();
}
