namespace Kim.Market.Browser.Tests;

/// <summary>Nobody is asked for anything before they have done something: the browser's own question comes after a press alone.</summary>
public sealed class PushPromptTests(MarketSite site)
{
    private const string Watch =
        "window.asked = 0; if (window.Notification) { Notification.requestPermission = () => { window.asked++; return Promise.resolve('denied'); }; }";

    [Fact]
    public async Task Public_pages_ask_for_nothing_and_what_follows_a_deed_asks_at_a_press()
    {
        await using var visitor = await site.VisitorAsync(390);
        foreach (var page in new[] { "/", $"/p/{site.Bread.Slug}", $"/toko/{site.Bread.Stall.Slug}", "/kim", "/desa/64.02.15.1004", "/cari", "/favorit" })
        {
            await visitor.OpenAsync(page);
            await visitor.Page.AddInitScriptAsync(Watch);
            await visitor.OpenAsync(page);
            Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("window.asked"));
            Assert.Equal(0, await visitor.Find("push-form").CountAsync());
        }

        await visitor.TakeAsync(site.Bread);
        await visitor.NameAsync("Pembeli Contoh", "0812-0000-0077");
        await visitor.OrderAsync();
        Assert.True(await visitor.Find("push-form").IsVisibleAsync()); // one line, after the deed
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("window.asked"));
        await visitor.Find("push-on").ClickAsync();
        await visitor.Page.WaitForFunctionAsync("window.asked === 1");
        Assert.True(await visitor.Page.Locator("[data-push-failed]").IsVisibleAsync()); // said no: the page stays as it is
    }
}
