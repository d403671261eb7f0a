namespace Kim.Market.Browser.Tests;

/// <summary>A seller turns a product into a poster; whoever scans it stands before the product.</summary>
public sealed class PromotionJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_poster_is_made_in_two_presses_and_leads_back(int width, bool scripts)
    {
        await using var seller = await site.VisitorAsync(width, scripts);
        await seller.SignInAsync(site.Seller);
        await seller.OpenAsync("/lapak/produk");
        await seller.Find("own-product-link").Filter(new() { HasText = site.Amplang.Name }).First.ClickAsync();
        await seller.Find("promote").ClickAsync();
        await seller.LookAsync("promosi");

        var posters = seller.Find("posters").Locator("img");
        Assert.Equal(3, await posters.CountAsync());
        var scanned = "";
        for (var i = 0; i < 3; i++)
        {
            scanned = await ScanAsync(seller, (await posters.Nth(i).GetAttributeAsync("src"))!);
            Assert.EndsWith($"/p/{site.Amplang.Slug}", scanned, StringComparison.Ordinal);
        }

        Assert.Contains($"/p/{site.Amplang.Slug}", await seller.Find("teks-whatsapp").InputValueAsync(), StringComparison.Ordinal);
        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync(new Uri(scanned).PathAndQuery);
        Assert.Equal(site.Amplang.Name, await buyer.Page.Locator("h1").InnerTextAsync());
        await buyer.LookAsync("produk-dari-poster");
        Assert.True(await buyer.Find("share-whatsapp").IsVisibleAsync());
    }

    // As whoever gets the picture holds a camera to it.
    private async Task<string> ScanAsync(Visitor seller, string poster)
    {
        var answer = await seller.Page.APIRequest.GetAsync(site.Address + poster);
        return await QrReader.ReadAsync(await answer.BodyAsync());
    }

    [Fact]
    public async Task A_text_is_copied_at_a_press()
    {
        await using var visitor = await site.VisitorAsync(390);
        await visitor.OpenAsync($"/promosi/barang/{site.Amplang.Slug}");
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await visitor.Page.Locator("button[data-copy]").First.ClickAsync();

        await visitor.Page.Locator(".toast").WaitForAsync();
        Assert.Equal(await visitor.Find("teks-whatsapp").InputValueAsync(), await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }
}
