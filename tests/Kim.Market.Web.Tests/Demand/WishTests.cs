using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Demand;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Demand;

/// <summary>Whoever searched in vain hears of it once, when somebody sells it.</summary>
public sealed class WishTests : IAsyncLifetime
{
    private readonly ToldMarket _market = new();
    private Bazaar _bazaar = null!;
    private Booth _booth = null!;

    private MarketApp App => _market.App;

    private DemandWaits Waits => App.Services.GetRequiredService<DemandWaits>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _market.InitializeAsync();
        _bazaar = new(App);
        _booth = await _bazaar.Booth("64.02.12.2002", business: "Dapur Harapan");
        await _bazaar.Goods(_booth, "Amplang Udang");
        await _bazaar.Settle();
    }

    public ValueTask DisposeAsync() => _market.DisposeAsync();

    [Fact]
    public async Task A_browser_that_searched_in_vain_is_told_once_when_it_is_sold()
    {
        using var browser = _market.Push.Browser();
        var visitor = await App.Visitor().Visit("/cari?q=Gula%20Semut");
        await visitor.Visit(visitor.Find("tell-me")!.GetAttribute("href")!);
        await visitor.Submit("push-form", browser.Form);
        await visitor.Submit("push-form", browser.Form); // and once more
        Assert.Equal("Browser ini dikabari sekali, begitu ada yang menjualnya.", visitor.Text("flash"));
        Assert.DoesNotContain("gula semut", await Dump.OfAsync(App), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await LookAsync());

        await _bazaar.Goods(_booth, "Gula Semut Aren");
        await _bazaar.Settle();
        Assert.Equal(1, await LookAsync());
        await _market.Carry(() => _market.Push.Told(browser).Count > 0);

        var told = Assert.Single(_market.Push.Told(browser));
        Assert.Equal("Gula Semut Aren sudah bisa dipesan", (string)told["title"]!);
        Assert.StartsWith("/p/gula-semut-aren", (string)told["url"]!, StringComparison.Ordinal);
        Assert.Equal(0, await LookAsync());
        Assert.Empty(await App.Db.QueryAsync($"select 1 from app.restock_waits union all select 1 from vault.entries where field = 'wanted'", row => row.GetInt32(0), Ct));
        Assert.NotNull((await visitor.Visit("/cari/kabari/gula%20semut")).Find("empty"));
    }

    [Fact]
    public async Task Two_nodes_that_find_it_at_once_tell_it_once()
    {
        using var browser = _market.Push.Browser();
        var visitor = await App.Visitor().Visit("/cari/kabari/madu%20hitam");
        await visitor.Submit("push-form", browser.Form);
        await _bazaar.Goods(_booth, "Madu Hitam Pahit");
        await _bazaar.Settle();
        App.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Waits.SweepAsync(Ct)))).Sum());
    }

    [Fact]
    public async Task Nobody_waits_longer_than_they_would_want_to()
    {
        using var browser = _market.Push.Browser();
        await (await App.Visitor().Visit("/cari/kabari/kursi%20gaharu")).Submit("push-form", browser.Form);
        App.Clock.Advance(RestockWaits.Longest + TimeSpan.FromDays(1));

        Assert.Equal(1, await App.Services.GetRequiredService<RestockWaits>().AgeAsync(Ct));

        Assert.Empty(await App.Db.QueryAsync($"select 1 from app.restock_waits union all select 1 from vault.entries where field = 'wanted'", row => row.GetInt32(0), Ct));
    }

    [Theory]
    [InlineData("081234567890")]
    [InlineData("siti%40contoh.id")]
    [InlineData("a")]
    public async Task What_may_be_a_persons_own_is_not_waited_for(string typed) =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await App.Visitor().Visit($"/cari/kabari/{typed}")).Status);

    private async Task<int> LookAsync()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        return await Waits.SweepAsync(Ct);
    }
}
