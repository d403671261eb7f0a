namespace Kim.Market.Browser.Tests;

/// <summary>Something is sold out, and somebody wants it; with scripts, and without.</summary>
public sealed class RestockJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task What_is_sold_out_offers_to_tell_and_to_remember(int width, bool scripts)
    {
        await using var visitor = await site.VisitorAsync(width, scripts);
        await visitor.OpenAsync($"/toko/{site.Amplang.Stall.Slug}");
        await visitor.OpenAsync((await visitor.Page.Locator(".product-card[data-off] :is(h2, h3) a").First.GetAttributeAsync("href"))!);
        await LookAsync(visitor, "kabari-produk", scripts);
        await visitor.Find("restock").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/kabari");
        Assert.Equal(scripts, await visitor.Find("push-form").IsVisibleAsync());
        await LookAsync(visitor, "kabari", scripts);
        await visitor.Find("keep").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/favorit");
        Assert.Equal("Habis", await visitor.Find("missing").InnerTextAsync());
        await LookAsync(visitor, "kabari-favorit", scripts);
    }

    private static async Task LookAsync(Visitor visitor, string name, bool scripts)
    {
        await visitor.PhotographAsync(name);
        Assert.True(await visitor.FitsAsync(), $"{name} is wider than the screen.");
        if (scripts)
        {
            Assert.Empty(await visitor.BarriersAsync()); // axe itself is a script
        }

        Assert.Empty(visitor.Complaints);
    }
}
