using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Notices;

internal static class Telling
{
    /// <summary>Lays down what waits, and waits for what another node has in its hands.</summary>
    public static async Task Told(this MarketApp app)
    {
        for (var i = 0; i < 50; i++)
        {
            await app.Services.GetRequiredService<FanOut>().SweepAsync(TestContext.Current.CancellationToken);
            if ((await app.Db.QueryAsync($"select count(*) from app.outbox where kind < 32000", row => row.GetInt64(0), TestContext.Current.CancellationToken)).Single() == 0)
            {
                return;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
