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
        await visitor.LookAsync("kabari-produk");
        await visitor.Find("restock").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/kabari");
        Assert.Equal(scripts, await visitor.Find("push-form").IsVisibleAsync());
        await visitor.LookAsync("kabari");
        await visitor.Find("keep").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/favorit");
        Assert.Equal("Habis", await visitor.Find("missing").InnerTextAsync());
        await visitor.LookAsync("kabari-favorit");
    }
}
