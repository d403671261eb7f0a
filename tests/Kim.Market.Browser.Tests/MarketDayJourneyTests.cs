namespace Kim.Market.Browser.Tests;

/// <summary>A market day from its announcement to the last bag: the KIM sets it, a buyer of two sellers chooses it, a camera reads the PIN.</summary>
public sealed class MarketDayJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_kim_holds_a_market_day_and_hands_over_what_a_camera_reads(int width, bool scripts)
    {
        var fair = await site.FairAsync("Lapak Pagi Contoh", "Lapak Siang Contoh");
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.OpenAsync("/kelola/hari-pasar");
        await SetAsync(keeper);

        await using var buyer = await site.VisitorAsync(width, scripts);
        foreach (var (page, name) in new[] { ($"/p/{fair.Goods[0].Slug}", "hari-pasar-produk"), ($"/toko/{fair.Goods[0].Stall.Slug}", "hari-pasar-toko") })
        {
            await buyer.OpenAsync(page);
            Assert.Contains("Ongkir bersama Rp10.000", await buyer.Find("market-line").InnerTextAsync(), StringComparison.Ordinal);
            await buyer.LookAsync(name);
        }

        await buyer.TakeAsync([.. fair.Goods]);
        await buyer.NameAsync("Bu Hari Pasar Contoh", "0812-0000-0049");
        await buyer.Find("market-choice").First.Locator("input").CheckAsync();
        await buyer.LookAsync("hari-pasar-kasir");
        await buyer.OrderAsync();
        Assert.Equal(["Rp5.000", "Rp5.000"], await buyer.Find("order-fee").AllInnerTextsAsync());

        await AcceptedAsync(fair, width, scripts);
        await buyer.Page.ReloadAsync();
        await buyer.Find("pin-code").Locator("summary").ClickAsync();
        await buyer.LookAsync("hari-pasar-pin");
        var read = await QrReader.ReadAsync(await buyer.Find("pin-code").Locator("svg").ScreenshotAsync());

        await keeper.OpenAsync(new Uri(read).PathAndQuery);
        Assert.Equal("Bu Hari Pasar Contoh", await keeper.Find("buyer-name").InnerTextAsync());
        Assert.Contains("Rp60.000", await keeper.Find("cash").InnerTextAsync(), StringComparison.Ordinal);
        await keeper.LookAsync("hari-pasar-meja");
        await keeper.Find("hand-over").ClickAsync();
        await keeper.Find("served").WaitForAsync();
        await keeper.LookAsync("hari-pasar-diserahkan");
        await buyer.Page.ReloadAsync();
        Assert.Equal(["Sampai", "Sampai"], await buyer.Find("order-status").AllInnerTextsAsync());
        Assert.Equal(0, await buyer.Find("market-pin").CountAsync());
        await buyer.LookAsync("hari-pasar-sampai");
    }

    /// <summary>On a weekday far enough away to be ordered for, and never today's in another zone.</summary>
    private static async Task SetAsync(Visitor keeper)
    {
        await keeper.Page.Locator("[name='Input.Spot']").FillAsync("Balai Desa Sari Jaya");
        await keeper.Page.Locator("[name='Input.Where']").FillAsync("Sari Jaya, Sanga Sanga");
        await keeper.Page.Locator($"[name='Input.Days'][value={DateTime.UtcNow.AddDays(3).DayOfWeek}]").CheckAsync();
        await keeper.Page.Locator("[name='Input.Opens']").FillAsync("08:00");
        await keeper.Page.Locator("[name='Input.Closes']").FillAsync("11:00");
        await keeper.Page.Locator("[name='Input.CutOffDays']").SelectOptionAsync("1");
        await keeper.Page.Locator("[name='Input.CutOff']").FillAsync("18:00");
        await keeper.Page.Locator("[name='Input.Shared']").FillAsync("10.000");
        await keeper.LookAsync("hari-pasar-isi");
        await keeper.Find("save-market-day").ClickAsync();
        await keeper.Find("market-day").WaitForAsync();
        await keeper.LookAsync("hari-pasar-terbuka");
    }

    private async Task AcceptedAsync(Fair fair, int width, bool scripts)
    {
        foreach (var account in fair.Sellers)
        {
            await using var seller = await site.VisitorAsync(width, scripts);
            await seller.SignInAsync(account);
            await seller.Find("accept-order").ClickAsync();
            await seller.Find("accept-order").GoneAsync();
            await seller.OpenAsync("/lapak/pesanan?status=diproses");
            await seller.Find("for-market").WaitForAsync();
            await seller.LookAsync("hari-pasar-lapak");
        }
    }
}
