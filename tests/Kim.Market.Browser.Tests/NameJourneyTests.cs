namespace Kim.Market.Browser.Tests;

/// <summary>A KIM under names of its own: a real browser goes there by them, and everything that is pressed there leads to the market.</summary>
public sealed class NameJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_kim_proves_a_domain_and_a_stranger_comes_by_it(int width, bool scripts)
    {
        var fair = await site.FairAsync("Warung Bernama Contoh");
        var host = $"kim-{width}.localhost";
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.Find("domains-link").ClickAsync();
        await keeper.Page.Locator("[name='Input.Host']").FillAsync(host);
        await keeper.Find("claim").ClickAsync();
        await keeper.Find("proof").First.WaitForAsync();
        await keeper.LookAsync("alamat-diklaim");
        var below = await keeper.Find("below").InnerTextAsync();

        site.World.Records[$"_pasar-kim.{host}"] = [await keeper.Find("proof").First.InnerTextAsync()];
        await keeper.Find("look").ClickAsync();
        await keeper.Find("target").WaitForAsync();
        await keeper.LookAsync("alamat-terbukti");

        await using var stranger = await site.VisitorAsync(width, scripts);
        foreach (var name in new[] { host, "www." + host, new Uri(below).Host })
        {
            await stranger.OpenAsync(site.By(name).ToString());
            await stranger.LookAsync($"alamat-{name}");
            Assert.Equal("KIM Pekan Contoh", (await stranger.Page.Locator("h1").InnerTextAsync()).Trim());
            Assert.Equal($"{site.Address}{new Uri(await stranger.Page.Locator("link[rel=canonical]").GetAttributeAsync("href") ?? "").AbsolutePath}",
                await stranger.Page.Locator("link[rel=canonical]").GetAttributeAsync("href"));
        }

        // what is bought is bought at the market
        await stranger.Page.Locator("a[href*='/p/']").First.ClickAsync();
        await stranger.Find("add-to-cart").First.WaitForAsync();
        Assert.StartsWith(site.Address, stranger.Page.Url, StringComparison.Ordinal);
        Assert.Empty(stranger.Complaints);
    }
}
