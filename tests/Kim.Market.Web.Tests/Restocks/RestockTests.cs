using System.Diagnostics;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Restocks;

/// <summary>"Kabari saya": whoever waits for something hears of it once, when it is there again. A market for each: their clocks run ahead.</summary>
public sealed class RestockTests : IAsyncLifetime
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
    public async Task A_browser_is_told_once_when_it_is_there_again_and_not_when_five_become_six()
    {
        var goods = await Empty();
        using var browser = _market.Push.Browser();
        var visitor = await App.Visitor().Visit($"/p/{goods.Slug}");
        await visitor.Visit(visitor.Find("restock")!.GetAttribute("href")!);
        await visitor.Submit("push-form", browser.Form);
        Assert.Equal("Browser ini dikabari sekali, begitu barangnya ada lagi.", visitor.Text("flash"));
        await visitor.Submit("push-form", browser.Form);
        Assert.Equal("1 orang menunggu", (await App.As(goods.Stall.Owner).Visit($"/lapak/produk/{goods.Id}")).Text("waiting"));

        await Count(goods, 5);
        await _market.Carry(() => _market.Push.Told(browser).Count > 0);
        var told = Assert.Single(_market.Push.Told(browser));
        Assert.Equal($"{goods.Name} sudah bisa dipesan", (string)told["title"]!);
        Assert.Equal($"/p/{goods.Slug}", (string)told["url"]!);

        await Count(goods, 6);
        await Count(goods, 0);
        await Count(goods, 7);
        await _market.Left(goods.Id.Value);
        Assert.Single(_market.Push.Told(browser));
        Assert.Empty(await WaitsAsync(goods));
        Assert.Equal("Barangnya sudah ada lagi", (await App.Visitor().Visit($"/p/{goods.Slug}/kabari")).Text("[data-test=empty] h2"));
    }

    [Fact]
    public async Task Five_that_become_six_are_no_news_even_for_somebody_who_waits()
    {
        var goods = await Empty();
        using var browser = _market.Push.Browser();
        await Count(goods, 5);
        var wait = Guid.NewGuid();
        await App.Services.GetRequiredService<Subscriptions>().AddBrowserAsync(wait, isMember: false, browser.Target, "", Ct);
        await App.Db.ExecuteAsync($"insert into app.restock_waits (id, product_id, asked_at) values ({wait}, {goods.Id.Value}, {App.Clock.GetUtcNow()})", Ct);

        await Count(goods, 6);
        await Count(goods, 4);
        await Count(goods, 9);

        Assert.Empty(await _market.Left(goods.Id.Value));
        Assert.Empty(_market.Push.Told(browser));
    }

    [Fact]
    public async Task A_mailbox_is_told_after_its_yes_and_an_order_that_is_cancelled_counts_as_coming_back()
    {
        var goods = await _cast.Goods(await _cast.Stall(), stock: 1);
        var buyer = await App.BuyerOf(goods, quantity: 1);
        var (agreed, silent) = ($"ada.{Cast.Mark()}@contoh.id", $"diam.{Cast.Mark()}@contoh.id");
        foreach (var address in new[] { agreed, silent })
        {
            await (await App.Visitor().Visit($"/p/{goods.Slug}/kabari")).Submit("mail-form", ("Input.Mail", address));
            await _market.Carry(() => To(address).Count == 1);
        }

        var link = To(agreed)[0].Text.Split('\n', '\r').First(line => line.StartsWith("https://pasar.example/surat/", StringComparison.Ordinal))["https://pasar.example".Length..];
        await (await App.Visitor().Visit(link)).Submit("letter-yes");

        await buyer.Submit("cancel-order");
        await _market.Carry(() => To(agreed).Count == 2);
        await _market.Left(Guid.Empty);

        Assert.Contains("sudah bisa dipesan", To(agreed)[1].Text, StringComparison.Ordinal);
        Assert.Contains($"https://pasar.example/p/{goods.Slug}", To(agreed)[1].Text, StringComparison.Ordinal);
        Assert.Single(To(silent));
        Assert.Equal(0, await App.Services.GetRequiredService<RestockWaits>().CountAsync(goods.Id.Value, Ct));
    }

    [Fact]
    public async Task What_is_gone_again_before_anybody_could_be_told_is_not_told_and_they_go_on_waiting()
    {
        var goods = await Empty();
        using var browser = _market.Push.Browser();
        await WaitAsync(goods, browser);

        // gone before it is laid before anybody
        await Count(goods, 2);
        await Count(goods, 0);
        await _market.Left(goods.Id.Value);

        // and gone in the night, when it waited for the morning
        _market.Until(hour: 22);
        await Count(goods, 2);
        Assert.Single(await _market.Left(goods.Id.Value));
        await Count(goods, 0);
        _market.Until(hour: 10);
        Assert.Empty(await _market.Left(goods.Id.Value));
        Assert.Empty(_market.Push.Told(browser));
        Assert.Single(await WaitsAsync(goods));

        await Count(goods, 2);
        await _market.Carry(() => _market.Push.Told(browser).Count == 1);
    }

    [Fact]
    public async Task Two_nodes_and_a_restart_tell_once()
    {
        var goods = await Empty();
        using var browser = _market.Push.Browser();
        await WaitAsync(goods, browser);
        _market.Until(hour: 22);
        for (var i = 0; i < 3; i++)
        {
            await Count(goods, 0);
            await Count(goods, 4);
        }

        await using (var other = App.WithWebHostBuilder(_ => { }))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? other.Services : App.Services).GetRequiredService<FanOut>().SweepAsync(Ct)));
            Assert.Single(await _market.Left(goods.Id.Value));
            _market.Until(hour: 10);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? other.Services : App.Services).GetRequiredService<Courier>().SweepAsync(Ct)));
        }

        await _market.Carry(() => _market.Push.Told(browser).Count > 0);
        await Count(goods, 0);
        await Count(goods, 1);
        await _market.Left(goods.Id.Value);
        Assert.Single(_market.Push.Told(browser));
    }

    [Fact]
    public async Task Ten_thousand_who_wait_do_not_slow_the_seller_down()
    {
        var goods = await Empty();
        await App.Db.ExecuteAsync($"insert into app.restock_waits (id, product_id, asked_at) select gen_random_uuid(), {goods.Id.Value}, now() from generate_series(1, 10000)", Ct);
        await App.Db.ExecuteAsync(
            $"""
            insert into app.subscriptions (id, channel, owner_id, is_member, hash, token, device, english, confirmed_at, created_at)
            select gen_random_uuid(), 1, id, false, decode(md5(id::text), 'hex'), decode(md5('t' || id::text), 'hex'), '', false, now(), now()
            from app.restock_waits where product_id = {goods.Id.Value}
            """, Ct);
        _market.Until(hour: 22);

        var watch = Stopwatch.StartNew();
        await Count(goods, 3);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2)); // one row in the outbox, whoever waits
        await App.Services.GetRequiredService<FanOut>().SweepAsync(Ct);
        Assert.Equal(10_000, (await _market.Left(goods.Id.Value)).Count);

        await App.Db.ExecuteAsync($"delete from app.deliveries where stream = {goods.Id.Value}", Ct);
        await App.Db.ExecuteAsync($"delete from app.subscriptions where owner_id in (select id from app.restock_waits where product_id = {goods.Id.Value})", Ct);
        _market.Until(hour: 10);
    }

    [Fact]
    public async Task A_wait_ends_after_ninety_days_and_goes_with_the_buyer_whose_browser_it_is()
    {
        var (goods, others) = (await Empty(), await Empty());
        using var browser = _market.Push.Browser();
        using var stranger = _market.Push.Browser();
        await WaitAsync(goods, browser);
        await WaitAsync(goods, stranger);
        var buyer = await App.BuyerOf(await _cast.Goods(await _cast.Stall()));
        var order = buyer.Path;
        await buyer.Submit("push-form", browser.Form);
        await buyer.Visit(order);
        await buyer.Submit("cancel-order");

        await (await buyer.Visit(order + "/data")).Submit("erase-form", ("Input.Sure", "true"));
        Assert.Single(await WaitsAsync(goods));

        App.Clock.Advance(RestockWaits.Longest + TimeSpan.FromHours(1));
        await App.Services.GetRequiredService<RestockAge>().SweepAsync(Ct);
        Assert.Empty(await WaitsAsync(goods));
        Assert.Empty(await App.Db.QueryAsync($"select s.id from app.subscriptions s where not s.is_member and not exists (select from orders o where o.buyer_id = s.owner_id) and not exists (select from app.restock_waits w where w.id = s.owner_id)", row => row.GetGuid(0), Ct));
        Assert.Empty(await WaitsAsync(others));
        _market.Until(hour: 10);
    }

    [Fact]
    public async Task Without_any_way_to_be_told_the_favourites_say_that_it_is_there_again()
    {
        var goods = await Empty();
        var visitor = await App.Visitor().Visit($"/p/{goods.Slug}/kabari");
        await visitor.Submit("keep");
        Assert.Equal("Habis", visitor.Text("missing"));
        await Count(goods, 3);
        await visitor.Visit("/favorit");
        Assert.Equal("sudah ada lagi", visitor.Text("back"));
    }

    private IReadOnlyList<Notices.Taken> To(string address) => [.. _market.Mail.Letters.Where(letter => letter.To == address)];

    private async Task<Goods> Empty() => await _cast.Goods(await _cast.Stall(), $"Amplang {Cast.Mark()}", stock: 0);

    private async Task Count(Goods goods, int pieces) => Assert.Null(
        await App.Marketplace.TellAsync(Stock.Of(goods.Id), (Stock stock) => stock.Count(pieces, "", App.Clock.GetUtcNow()), new Metadata(), Ct));

    private async Task WaitAsync(Goods goods, FakeBrowser browser) =>
        Assert.True(await App.Services.GetRequiredService<RestockWaits>().TellBrowserAsync(goods.Id.Value, browser.Target, "Chrome, Android", Ct));

    private async Task<IReadOnlyList<Guid>> WaitsAsync(Goods goods) => [.. await App.Db.QueryAsync($"select id from app.restock_waits where product_id = {goods.Id.Value}", row => row.GetGuid(0), Ct)];
}
