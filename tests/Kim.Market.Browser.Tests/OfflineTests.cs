namespace Kim.Market.Browser.Tests;

/// <summary>Where there is no signal one reads again what one has seen, and nothing of anybody's own is kept for it.</summary>
public sealed class OfflineTests(MarketSite site)
{
    [Fact]
    public async Task What_was_seen_is_read_again_without_signal_and_what_is_ones_own_is_not()
    {
        await using var visitor = await site.VisitorAsync(390);
        await visitor.OpenAsync("/kim");
        await visitor.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await visitor.Page.WaitForFunctionAsync("async () => !!(await (await caches.open('halaman-1')).match('/en/luring'))");
        await visitor.OpenAsync($"/p/{site.Amplang.Slug}");
        await visitor.OpenAsync("/keranjang");
        await visitor.Page.WaitForFunctionAsync($"async () => !!(await (await caches.open('halaman-1')).match('/p/{site.Amplang.Slug}'))");

        await visitor.Page.Context.SetOfflineAsync(true);
        await visitor.Page.GotoAsync($"/p/{site.Amplang.Slug}");
        Assert.Contains(site.Amplang.Name, await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Page.GotoAsync("/keranjang");
        Assert.Equal("Tidak ada sambungan", await visitor.Page.Locator("h1").InnerTextAsync());
        await visitor.PhotographAsync("luring");
        await visitor.Page.Locator($"[data-seen-list] a[href='/p/{site.Amplang.Slug}']").WaitForAsync();
        Assert.Equal(0, await visitor.Page.Locator("[data-seen-list] a[href='/keranjang']").CountAsync());
        await visitor.Page.GotoAsync("/en/hasil");
        Assert.Equal("No connection", await visitor.Page.Locator("h1").InnerTextAsync());

        await visitor.Page.Context.SetOfflineAsync(false);
        await visitor.Page.GotoAsync("/keranjang");
        Assert.NotEqual("Tidak ada sambungan", await visitor.Page.Locator("h1").InnerTextAsync());
    }
}
