namespace Kim.Market.Browser.Tests;

/// <summary>A harvest from its announcement to an order, on a telephone with scripts and on a screen without.</summary>
public sealed class HarvestJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task It_is_announced_queued_for_opened_and_taken(int width, bool scripts)
    {
        var fruit = site.Fruit[scripts ? 0 : 1];
        await using var seller = await site.VisitorAsync(width, scripts);
        await GoodsJourneyTests.SignInAsync(seller, site.Baker, "**/lapak/pesanan**");
        await AnnounceAsync(seller, fruit.Id.ToString(), scripts);

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync($"/p/{fruit.Slug}");
        await LookAsync(buyer, "panen-produk", scripts);
        await buyer.Find("queue").ClickAsync();
        await LookAsync(buyer, "panen-antre", scripts);
        await buyer.Page.Locator("[name='Input.Quantity']").FillAsync("10");
        await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Contoh");
        await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync(scripts ? "0812-0000-6001" : "0812-0000-6002");
        await buyer.Find("join").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/antrean/*");
        Assert.Equal("Anda nomor 1 di antrean", await buyer.Find("place-state").InnerTextAsync());
        await LookAsync(buyer, "panen-tempat", scripts);
        await buyer.Find("own-data").ClickAsync();
        await LookAsync(buyer, "panen-data", scripts);
        await buyer.Page.GoBackAsync();

        await seller.Page.ReloadAsync();
        await LookAsync(seller, "panen-lapak-antre", scripts);
        await seller.Page.Locator("[name='Input.Came']").FillAsync("240");
        await seller.Find("open").ClickAsync();
        await seller.Find("close").WaitForAsync();
        await LookAsync(seller, "panen-lapak-dibuka", scripts);

        await buyer.Page.ReloadAsync();
        await LookAsync(buyer, "panen-giliran", scripts);
        await buyer.Page.Locator("[value=Delivery]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Where']").FillAsync("Pendingin, Sanga Sanga");
        await buyer.Page.Locator("[name='Input.Address']").FillAsync("Gg. Contoh RT 02");
        await buyer.Find("take").ClickAsync();
        await buyer.Find("newly-priced").WaitForAsync();
        await LookAsync(buyer, "panen-ongkir", scripts);
        await buyer.Find("take").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        Assert.Equal("Rp600.000", await buyer.Find("order-total").InnerTextAsync()); // free from Rp100.000 on
        await LookAsync(buyer, "panen-pesanan", scripts);

        await seller.Page.ReloadAsync();
        await seller.Find("shelve").ClickAsync();
        await seller.OpenAsync("/lapak/panen");
        await LookAsync(seller, "panen-lapak", scripts);
        await buyer.OpenAsync(await LedgerOfAsync(seller));
        await LookAsync(buyer, "panen-kejadian", scripts);
    }

    private static async Task AnnounceAsync(Visitor seller, string product, bool scripts)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await seller.OpenAsync($"/lapak/panen/baru?produk={product}");
        await seller.Page.Locator("[name='Input.Capacity']").FillAsync("300");
        await seller.Page.Locator("[name='Input.ReadyFrom']").FillAsync($"{today.AddDays(20):yyyy-MM-dd}");
        await seller.Page.Locator("[name='Input.ReadyUntil']").FillAsync($"{today.AddDays(60):yyyy-MM-dd}");
        await seller.Page.Locator("[name='Input.QueueUntil']").FillAsync($"{today.AddDays(40):yyyy-MM-dd}");
        await seller.Page.Locator("[name='Input.Most']").FillAsync("20");
        await seller.Page.Locator("[name='Input.Price']").FillAsync("60.000");
        await LookAsync(seller, "panen-umumkan", scripts);
        await seller.Find("announce").ClickAsync();
        await seller.Find("harvest-state").WaitForAsync();
    }

    private static async Task<string> LedgerOfAsync(Visitor seller) =>
        "/panen/" + (await seller.Page.Locator("[data-test=own-harvest] a").First.GetAttributeAsync("href"))!.Split('/')[^1];

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
