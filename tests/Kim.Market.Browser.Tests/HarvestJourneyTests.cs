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
        await seller.SignInAsync(site.Baker);
        await AnnounceAsync(seller, fruit.Id.ToString(), scripts);

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync($"/p/{fruit.Slug}");
        await buyer.LookAsync("panen-produk");
        await buyer.Find("queue").ClickAsync();
        await buyer.LookAsync("panen-antre");
        await buyer.Page.Locator("[name='Input.Quantity']").FillAsync("10");
        await buyer.NameAsync("Pembeli Contoh", scripts ? "0812-0000-6001" : "0812-0000-6002");
        await buyer.Find("join").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/antrean/*");
        Assert.Equal("Anda nomor 1 di antrean", await buyer.Find("place-state").InnerTextAsync());
        await buyer.LookAsync("panen-tempat");
        await buyer.Find("own-data").ClickAsync();
        await buyer.LookAsync("panen-data");
        await buyer.Page.GoBackAsync();
        await buyer.Find("order-news-link").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/kabar");
        await buyer.LookAsync("panen-kabar");
        await buyer.Page.GoBackAsync();

        await seller.Page.ReloadAsync();
        await seller.LookAsync("panen-lapak-antre");
        await seller.Page.Locator("[name='Input.Came']").FillAsync("240");
        await seller.Find("open").ClickAsync();
        await seller.Find("close").WaitForAsync();
        await seller.LookAsync("panen-lapak-dibuka");

        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("panen-giliran");
        await buyer.Page.Locator("[value=Delivery]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Where']").FillAsync("Pendingin, Sanga Sanga");
        await buyer.Page.Locator("[name='Input.Address']").FillAsync("Gg. Contoh RT 02");
        await buyer.Find("take").ClickAsync();
        await buyer.Find("newly-priced").WaitForAsync();
        await buyer.LookAsync("panen-ongkir");
        await buyer.Find("take").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        Assert.Equal("Rp600.000", await buyer.Find("order-total").InnerTextAsync()); // free from Rp100.000 on
        await buyer.LookAsync("panen-pesanan");

        await seller.Page.ReloadAsync();
        await seller.Find("shelve").ClickAsync();
        await seller.OpenAsync("/lapak/panen");
        await seller.LookAsync("panen-lapak");
        await buyer.OpenAsync(await LedgerOfAsync(seller));
        await buyer.LookAsync("panen-kejadian");
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
        await seller.LookAsync("panen-umumkan");
        await seller.Find("announce").ClickAsync();
        await seller.Find("harvest-state").WaitForAsync();
    }

    private static async Task<string> LedgerOfAsync(Visitor seller) =>
        "/panen/" + (await seller.Page.Locator("[data-test=own-harvest] a").First.GetAttributeAsync("href"))!.Split('/')[^1];
}
