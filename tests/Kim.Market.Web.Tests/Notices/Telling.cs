using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Notices;

internal static class Telling
{
    /// <summary>Lays down what waits now, and waits for what another node has in its hands; what comes meanwhile is somebody else's.</summary>
    public static async Task Told(this MarketApp app)
    {
        var ct = TestContext.Current.CancellationToken;
        var newest = (await app.Db.QueryAsync($"select coalesce(max(id), 0) from app.outbox", row => row.GetInt64(0), ct)).Single();
        for (var i = 0; i < 1_500; i++)
        {
            await app.Services.GetRequiredService<FanOut>().SweepAsync(ct);
            if ((await app.Db.QueryAsync($"select count(*) from app.outbox where kind < 32000 and id <= {newest}", row => row.GetInt64(0), ct)).Single() == 0)
            {
                return;
            }

            await Task.Delay(20, ct);
        }

        Assert.Fail("What waits to be told is not told.");
    }

    /// <summary>All that somebody was told: where many are told at once, what is looked for may stand on a later page.</summary>
    public static async Task<IReadOnlyList<string>> News(this Browser somebody)
    {
        List<string> all = [];
        for (var page = "/akun/kabar"; page is not null; page = somebody.Find("a[rel=next]")?.GetAttribute("href"))
        {
            await somebody.Visit(page);
            all.AddRange(somebody.Texts("news"));
        }

        return all;
    }
}
