namespace Kim.Market.Browser.Tests;

/// <summary>Something is liked on a card and on its page, and found again; with scripts, and without.</summary>
public sealed class FavouriteJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task What_was_liked_is_found_again_and_bought(int width, bool scripts)
    {
        await using var visitor = await site.VisitorAsync(width, scripts);
        await visitor.OpenAsync($"/toko/{site.Amplang.Stall.Slug}");
        await visitor.LookAsync("favorit-kartu");
        await visitor.Page.Locator($".heart[value='{site.Amplang.Slug}']").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/favorit");
        await visitor.OpenAsync($"/p/{site.Sambal.Slug}");
        await visitor.LookAsync("favorit-produk");
        await visitor.Find("keep").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/favorit");
        Assert.Equal(2, await visitor.Find("favourite").CountAsync());
        await visitor.LookAsync("favorit-dua");
        await visitor.Find("forget").First.ClickAsync();
        await visitor.Find("favourite").Nth(1).GoneAsync();
        await visitor.Find("to-cart").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/keranjang");
        Assert.Equal(1, await visitor.Find("cart-line").CountAsync());
    }
}
