namespace Kim.Market.Browser.Tests;

/// <summary>An open inbox can be heard, once its seller has asked for that.</summary>
public sealed class RingTests(MarketSite site)
{
    // Counts tones, and lets a minute pass in three seconds.
    private const string CountTones =
        """
        const later = window.setTimeout;
        window.setTimeout = (what, time) => later(what, time / 20);
        window.tones = 0;
        const parameter = () => ({ value: 0 });
        window.AudioContext = class {
          resume() {}
          createGain() { return { gain: parameter(), connect: () => {} }; }
          createOscillator() { window.tones++; return { frequency: parameter(), connect: (next) => next, start() {}, stop() {} }; }
        };
        """;

    [Fact]
    public async Task A_seller_hears_of_a_new_order_only_where_they_switched_it_on()
    {
        var fair = await site.FairAsync("Lapak Bunyi Contoh");
        await using var seller = await site.VisitorAsync(390);
        await seller.SignInAsync(fair.Sellers[0]);
        await seller.Page.AddInitScriptAsync(CountTones);
        await seller.Page.ReloadAsync();
        await seller.LookAsync("lapak-bunyi");
        Assert.Equal("false", await seller.Find("ring").GetAttributeAsync("aria-pressed"));

        await seller.Find("ring").ClickAsync();
        Assert.Equal(2, await seller.Page.EvaluateAsync<int>("tones"));
        await seller.Page.ReloadAsync(); // it stays on, and nothing rings for what was there before
        Assert.Equal("true", await seller.Find("ring").GetAttributeAsync("aria-pressed"));
        Assert.True(await seller.Find("rang").IsHiddenAsync());

        await using var buyer = await site.VisitorAsync(390);
        await buyer.TakeAsync(fair.Goods[0]);
        await buyer.NameAsync("Pembeli Bunyi Contoh", "0812-0000-0077");
        await buyer.OrderAsync();

        await seller.Find("rang").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Equal(2, await seller.Page.EvaluateAsync<int>("tones"));
        await seller.LookAsync("lapak-bunyi-baru");
        await seller.Find("ring").ClickAsync();
        Assert.Equal("false", await seller.Find("ring").GetAttributeAsync("aria-pressed"));
    }
}
