namespace Kim.Market.Browser.Tests;

/// <summary>A KIM takes a stall out of sight, its owner reads why and objects, the office answers; with and without scripts.</summary>
public sealed class ConductJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_stall_is_suspended_objected_to_and_open_again(int width, bool scripts)
    {
        var fair = await site.FairAsync($"Lapak Tertib {width} Contoh");
        var stall = fair.Goods[0].Stall;
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.OpenAsync($"/kelola/lapak/{stall.Slug}");
        await keeper.Find("conduct-link").ClickAsync();
        await keeper.Find("suspend").WaitForAsync();
        await keeper.LookAsync("bekukan");
        await keeper.Find("suspend").ClickAsync(); // without a word of why
        await keeper.Page.Locator("[role=alert]").First.WaitForAsync();
        await keeper.Page.Locator("[name='Input.Note']").FillAsync("Tiga pembeli tidak menerima pesanannya.");
        await keeper.Page.Locator("[name='Input.Reason']").SelectOptionAsync("OrdersNotKept");
        await keeper.Find("suspend").ClickAsync();
        await keeper.Find("thread").WaitForAsync();
        await keeper.LookAsync("dibekukan-kim");

        await using var anyone = await site.VisitorAsync(width, scripts);
        await anyone.OpenAsync($"/toko/{stall.Slug}");
        Assert.Contains("sedang dibekukan", await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await anyone.LookAsync("toko-dibekukan");

        await using var seller = await site.VisitorAsync(width, scripts);
        await seller.SignInAsync(fair.Sellers[0]);
        await seller.OpenAsync("/lapak");
        await seller.LookAsync("lapak-dibekukan");
        await seller.OpenAsync($"/lapak/pembekuan/{stall.Slug}");
        await seller.LookAsync("keberatan");
        await seller.Page.Locator("[name='Input.Note']").FillAsync("Tertahan banjir; semuanya sudah dikirim.");
        await seller.Find("appeal").ClickAsync();
        await seller.Find("waits").WaitForAsync();
        await seller.LookAsync("keberatan-terkirim");

        await using var officer = await site.VisitorAsync(width, scripts);
        var account = await site.NewOfficerAsync();
        await officer.SignInAsync(account, "**");
        await officer.SecureAsync(account.Password);
        await officer.OpenAsync("/dinas/lapak");
        await officer.LookAsync("dinas-dibekukan");
        await officer.OpenAsync($"/dinas/lapak/{stall.Id}");
        await officer.LookAsync("dinas-keberatan");
        await officer.Page.Locator("[name='Input.Note']").FillAsync("Semua pembeli sudah menerima.");
        await officer.Find("lift").ClickAsync();
        await officer.Find("suspend").WaitForAsync();
        Assert.Equal("tidak dibekukan lagi", await officer.Find("state").InnerTextAsync());

        await anyone.OpenAsync($"/toko/{stall.Slug}");
        Assert.Contains(fair.Goods[0].Name, await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
