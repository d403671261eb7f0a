using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Harvests;

/// <summary>Whoever waits in a line hears that it is their turn: once, with the time until which it holds, and only as long as it does.</summary>
public sealed class OfferNewsTests : IAsyncLifetime
{
    private readonly ToldMarket _market = new();
    private Cast _cast = null!;

    private MarketApp App => _market.App;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _market.InitializeAsync();
        _cast = new(App.Services);
    }

    public ValueTask DisposeAsync() => _market.DisposeAsync();

    [Fact]
    public async Task A_browser_is_told_once_with_the_moment_until_which_it_holds()
    {
        var (harvest, key) = await LineAsync();
        using var browser = _market.Push.Browser();
        var buyer = await App.Visitor().Visit($"/antrean/{key}");
        await buyer.Submit("push-form", browser.Form);
        Assert.Equal("Browser ini akan dikabari.", buyer.Text("flash"));

        await Ripening.Open(App, harvest);
        await _market.Carry(() => _market.Push.Told(browser).Count > 0);

        var told = Assert.Single(_market.Push.Told(browser));
        Assert.Equal("Giliran Anda di antrean Durian Contoh", (string)told["title"]!);
        Assert.StartsWith("Kebun Contoh", (string)told["body"]!, StringComparison.Ordinal);
        Assert.Contains("Jawab sebelum ", (string)told["body"]!, StringComparison.Ordinal);
        Assert.Contains("10.00 WITA", (string)told["body"]!, StringComparison.Ordinal);
        Assert.Equal($"/antrean/{key}", (string)told["url"]!);
        await buyer.Visit($"/antrean/{key}/kabar");
        Assert.Equal($"/antrean/{key}", buyer.Path); // nothing is left to hear of
        await _market.Left(Guid.Empty);
        Assert.Single(_market.Push.Told(browser));
    }

    [Fact]
    public async Task A_mailbox_hears_in_its_own_language_after_its_yes_and_another_one_hears_nothing()
    {
        var (harvest, key) = await LineAsync();
        var (agreed, silent) = ($"ada.{Cast.Mark()}@contoh.id", $"diam.{Cast.Mark()}@contoh.id");
        await (await App.Visitor().Visit($"/en/antrean/{key}/kabar")).Submit("mail-form", ("Input.Mail", agreed));
        await _market.Carry(() => To(agreed).Count == 1);
        var link = To(agreed)[0].Text.Split('\n', '\r').First(line => line.StartsWith("https://pasar.example/surat/", StringComparison.Ordinal))["https://pasar.example".Length..];
        await (await App.Visitor().Visit(link)).Submit("letter-yes");
        await (await App.Visitor().Visit($"/antrean/{await Ripening.Queue(App, harvest)}/kabar")).Submit("mail-form", ("Input.Mail", silent));
        await _market.Carry(() => To(silent).Count == 1);

        await Ripening.Open(App, harvest);
        await _market.Carry(() => To(agreed).Count == 2);
        await _market.Left(Guid.Empty);

        Assert.Contains("Your turn in the queue for Durian Contoh", To(agreed)[1].Text, StringComparison.Ordinal);
        Assert.Contains($"https://pasar.example/en/antrean/{key}", To(agreed)[1].Text, StringComparison.Ordinal);
        Assert.Single(To(silent));
    }

    [Fact]
    public async Task Fifty_at_once_on_two_nodes_hear_once_each()
    {
        var goods = await FruitAsync();
        var harvest = await Ripening.Announced(App, goods, capacity: 500);
        var browsers = new List<FakeBrowser>();
        for (var i = 0; i < 50; i++)
        {
            await Ripening.Queue(App, harvest);
            browsers.Add(_market.Push.Browser());
        }

        foreach (var (place, browser) in (await Ripening.State(App, harvest)).Places.Zip(browsers))
        {
            await App.Services.GetRequiredService<Subscriptions>().AddBrowserAsync(place.Buyer.Value, isMember: false, browser.Target, "", Ct);
        }

        await Ripening.Open(App, harvest, came: 500);
        await using var other = App.WithWebHostBuilder(_ => { });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? other.Services : App.Services).GetRequiredService<FanOut>().SweepAsync(Ct)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? other.Services : App.Services).GetRequiredService<Courier>().SweepAsync(Ct)));
        await _market.Carry(() => browsers.All(browser => _market.Push.Told(browser).Count > 0));

        Assert.All(browsers, browser => Assert.Single(_market.Push.Told(browser)));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task In_the_night_it_waits_and_a_turn_that_has_passed_is_not_told()
    {
        var (harvest, key) = await LineAsync();
        using var browser = _market.Push.Browser();
        await (await App.Visitor().Visit($"/antrean/{key}")).Submit("push-form", browser.Form);
        var place = (await Ripening.State(App, harvest)).Places.Single().Id.Value;
        _market.Until(hour: 22);
        await Ripening.Open(App, harvest);
        Assert.Single(await _market.Left(place));

        App.Clock.Advance(Harvest.OfferTime);
        await App.Services.GetRequiredService<HarvestTimers>().SweepAsync(Ct);
        _market.Until(hour: 10);

        Assert.Empty(await _market.Left(place));
        Assert.Empty(_market.Push.Told(browser));
    }

    [Fact]
    public async Task What_they_left_to_be_told_by_is_in_their_file_and_goes_when_they_leave()
    {
        var (harvest, key) = await LineAsync();
        using var browser = _market.Push.Browser();
        var buyer = await App.Visitor().Visit($"/antrean/{key}");
        await buyer.Submit("push-form", browser.Form);
        await buyer.Submit("mail-form", ("Input.Mail", "pembeli@contoh.id"));
        Assert.Equal(2, buyer.All("way").Count);
        var file = await buyer.Http.GetStringAsync(new Uri($"/antrean/{key}/data?handler=File", UriKind.Relative), Ct);
        Assert.Contains("pembeli@contoh.id", file, StringComparison.Ordinal);

        await (await buyer.Visit($"/antrean/{key}/data")).Submit("erase-form", ("Input.Sure", "true"));

        var owner = (await Ripening.State(App, harvest)).Places.Single().Buyer.Value;
        Assert.Empty(await App.Services.GetRequiredService<Subscriptions>().OfAsync(owner, Ct));
        await Ripening.Open(App, harvest);
        await _market.Left(Guid.Empty);
        Assert.Empty(_market.Push.Told(browser));
    }

    [Fact]
    public async Task Whoever_leaves_the_line_is_told_nothing_more_and_their_browser_is_forgotten()
    {
        var (harvest, key) = await LineAsync();
        using var browser = _market.Push.Browser();
        var buyer = await App.Visitor().Visit($"/antrean/{key}");
        await buyer.Submit("push-form", browser.Form);

        await (await buyer.Visit($"/antrean/{key}")).Submit("leave-form");

        Assert.Empty(await App.Services.GetRequiredService<Subscriptions>().OfAsync((await Ripening.State(App, harvest)).Places.Single().Buyer.Value, Ct));
    }

    [Fact]
    public async Task The_ways_of_a_place_are_those_of_its_order()
    {
        var (harvest, key) = await LineAsync();
        using var browser = _market.Push.Browser();
        var buyer = await App.Visitor().Visit($"/antrean/{key}");
        await buyer.Submit("push-form", browser.Form);
        await Ripening.Open(App, harvest);
        await (await buyer.Visit($"/antrean/{key}")).Submit("take-form", ("Input.Handover", "Pickup"));

        await buyer.Visit($"/antrean/{key}/kabar");

        Assert.Equal($"/pesanan/{key}/kabar", buyer.Path);
        await buyer.Submit("end-way");
        Assert.Empty(buyer.All("way"));
    }

    private IReadOnlyList<Notices.Taken> To(string address) => [.. _market.Mail.Letters.Where(letter => letter.To == address)];

    private async Task<Goods> FruitAsync() => await _cast.Goods(await _cast.Stall("Kebun Contoh"), "Durian Contoh", 60_000, stock: 0);

    private async Task<(Id<Harvest> Harvest, string Key)> LineAsync() => await Ripening.Of(App, await FruitAsync());
}
