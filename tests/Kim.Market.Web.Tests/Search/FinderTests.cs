using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Search;

namespace Kim.Market.Web.Tests.Search;

public class FinderTests(MarketApp app)
{
    private const string LongLalang = "64.02.12.2002";

    private readonly Bazaar _bazaar = new(app);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_findings_come_in_the_order_of_few()
    {
        var booth = await _bazaar.Booth(LongLalang, business: "Dapur Murbanika");
        for (var i = 0; i < 34; i++)
        {
            await _bazaar.Goods(booth, (i % 3) switch { 0 => $"Murbanika Orsela {i}", 1 => $"Orsela {i}", _ => $"Wajik {i}" }, i % 2 == 0 ? "jasa/jahit" : "pertanian/buah");
        }

        var away = await _bazaar.Beside(booth, LongLalang, "Kedai Murbanika");
        await _bazaar.Goods(away, "Orsela Murbanika Rehat");
        Assert.Null(await app.Marketplace.TellAsync(
            away.Business, (Business stall) => stall.Close(DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(20), app.Clock.GetUtcNow()),
            new Metadata(), Ct));
        await _bazaar.Settle();

        foreach (var (text, category) in new[] { ("murbanika", ""), ("murbanika orsela", ""), ("murbanika orsela", "pertanian"), ("murbanik", "jasa/jahit") })
        {
            var few = await Walk(new Finder(app.Db, app.Clock), text, category);
            var many = await Walk(new Finder(app.Db, app.Clock, most: 3), text, category);

            Assert.True(few.Count > 10);
            Assert.Equal(few.Select(product => (product.Card.Slug, product.Score)), many.Select(product => (product.Card.Slug, product.Score)));
            Assert.All(few, product => Assert.Equal(few.Count, product.Total));
            Assert.All(many, product => Assert.Equal(4, product.Total));
        }
    }

    private static async Task<List<(ProductCardRow Card, long Score, long Total)>> Walk(Finder finder, string text, string category)
    {
        var (all, after) = (new List<(ProductCardRow, long, long)>(), (FoundKey?)null);
        while (true)
        {
            var found = await finder.FindAsync(SearchTerms.Of(text), category, isHalal: false, after, Ct);
            var page = found.Products;
            all.AddRange(page.Take(24).Select(product => (product.Card, product.Score, found.Count.Total)));
            if (page.Count <= 24)
            {
                return all;
            }

            after = FoundKey.Read(FoundKey.After(page[23]));
        }
    }
}
