using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>A market that tells browsers and mailboxes, and what stands for both. It is ten in the morning there.</summary>
public sealed class ToldMarket : IAsyncLifetime
{
    public FakePushService Push { get; private set; } = null!;

    public SmtpSink Mail { get; } = new();

    public MarketApp App { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Push = await FakePushService.StartAsync();
        App = new MarketApp
        {
            Settings = new Dictionary<string, string>
            {
                ["PublicUrl"] = "https://pasar.example",
                ["Push:Contact"] = "mailto:operator@pasar.example",
                ["Push:PrivateHosts"] = "true",
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Mail:StartTls"] = "false",
                ["Mail:From"] = "kabar@pasar.example",
            },
        };
        await App.InitializeAsync();
        Until(hour: 10);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Push.DisposeAsync();
        await Mail.DisposeAsync();
    }

    /// <summary>Lets it become that hour in central Indonesia.</summary>
    public void Until(int hour)
    {
        var local = App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var next = new DateTimeOffset(local.Date, local.Offset).AddHours(hour);
        App.Clock.Advance((next > local ? next : next.AddDays(1)) - local);
    }

    /// <summary>Lays down and carries what is due, until something holds.</summary>
    public async Task Carry(Func<bool> until)
    {
        for (var i = 0; i < 200; i++)
        {
            await App.Services.GetRequiredService<FanOut>().SweepAsync(Ct);
            await App.Services.GetRequiredService<Courier>().SweepAsync(Ct);
            if (until())
            {
                return;
            }

            await Task.Delay(25, Ct);
        }

        Assert.Fail($"What should have arrived did not. {string.Join(", ", Push.Faults)}");
    }

    /// <summary>Carries what is due, and says what then still waits.</summary>
    public async Task<IReadOnlyList<(short? Trouble, bool IsDead)>> Left(Guid stream)
    {
        for (var i = 0; i < 3; i++)
        {
            await App.Services.GetRequiredService<FanOut>().SweepAsync(Ct);
            await App.Services.GetRequiredService<Courier>().SweepAsync(Ct);
            await Task.Delay(50, Ct);
        }

        return await App.Db.QueryAsync(
            $"select trouble, dead_at is not null from app.deliveries where stream = {stream} order by id",
            row => (row.IsDBNull(0) ? null : (short?)row.GetInt16(0), row.GetBoolean(1)), Ct);
    }
}
