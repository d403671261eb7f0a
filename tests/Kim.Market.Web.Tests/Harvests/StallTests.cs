using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Harvests;

/// <summary>What sellers do with a harvest: announce it on one screen, open it with what came, and put on the shelf what nobody took.</summary>
public class StallTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_seller_announces_on_one_screen_and_buyers_read_when_it_begins()
    {
        var goods = await Fruit();
        var today = DateFormat.DayIn(app.Clock.GetUtcNow(), Zone.Wita);
        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/panen/baru?produk={goods.Id}");

        await seller.Submit(
            "harvest-form", ("Input.Capacity", "300"), ("Input.ReadyFrom", PastDay.Of(today.AddDays(40))), ("Input.ReadyUntil", PastDay.Of(today.AddDays(70))),
            ("Input.QueueUntil", PastDay.Of(today.AddDays(60))), ("Input.Least", "2"), ("Input.Most", "20"), ("Input.Price", "60.000"));

        Assert.Equal("Antrean dibuka", seller.Text("harvest-state"));
        var page = await app.Visitor().Visit($"/p/{goods.Slug}");
        Assert.Contains($"Mulai {Calendar.Month(today.AddDays(40).Month)}", page.Text("harvest"), StringComparison.Ordinal);
        Assert.NotNull(page.Find("queue"));
        await app.As(goods.Stall.Owner).Visit("/lapak/panen");
        Assert.Single((await seller.Visit("/lapak/panen")).All("own-harvest"));
    }

    [Fact]
    public async Task What_does_not_fit_together_is_said_at_its_field()
    {
        var goods = await Fruit();
        var today = DateFormat.DayIn(app.Clock.GetUtcNow(), Zone.Wita);
        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/panen/baru?produk={goods.Id}");

        await seller.Submit(
            "harvest-form", ("Input.Capacity", "300"), ("Input.ReadyFrom", PastDay.Of(today.AddDays(40))), ("Input.ReadyUntil", PastDay.Of(today.AddDays(30))),
            ("Input.QueueUntil", PastDay.Of(today.AddDays(20))), ("Input.Least", "2"), ("Input.Most", "20"));

        Assert.NotNull(seller.Find("#Input_ReadyUntil-salah"));
        Assert.Equal("300", seller.Find("#Input_Capacity")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_product_has_one_harvest_at_a_time_also_when_two_announce_at_once()
    {
        var goods = await Fruit();
        var (now, today) = (app.Clock.GetUtcNow(), DateFormat.DayIn(app.Clock.GetUtcNow(), Zone.Wita));
        var desk = app.Services.GetRequiredService<HarvestDesk>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.AnnounceAsync(
            new(Guid.NewGuid(), goods.Id, goods.Stall.Id, 10, today, today.AddDays(30), now.AddDays(5), 1, 5, null), new(), default)));

        Assert.Equal(4, answers.Count(answer => answer.Refusal == HarvestRefusals.Running));
    }

    [Fact]
    public async Task Opened_with_less_than_expected_it_goes_as_far_as_it_goes_and_the_rest_to_the_shelf()
    {
        var goods = await Fruit();
        var harvest = await Ripening.Announced(app, goods);
        var (first, second) = (await Ripening.Queue(app, harvest), await Ripening.Queue(app, harvest));
        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/panen/{harvest}");

        await seller.Submit("open-form", ("Input.Came", "15"), ("Input.Price", "70.000"));
        Assert.Contains("tidak boleh naik", seller.Text("[role=alert]") + seller.Page.Body!.TextContent, StringComparison.Ordinal);
        await seller.Submit("open-form", ("Input.Came", "15"), ("Input.Price", "60.000"));

        Assert.Equal("Sedang dibagikan", seller.Text("harvest-state"));
        Assert.Equal("Giliran Anda: 5 bungkus", (await app.Visitor().Visit($"/antrean/{second}")).Text("place-state"));
        var buyer = await app.Visitor().Visit($"/antrean/{first}");
        await buyer.Submit("leave-form");
        await (await app.Visitor().Visit($"/antrean/{second}")).Submit("leave-form");

        await seller.Visit($"/lapak/panen/{harvest}");
        Assert.Equal("Antrean selesai", seller.Text("harvest-state"));
        await seller.Submit("shelve-form");
        Assert.Equal((15, 0), await _cast.StockOf(goods));
        Assert.Null(seller.Find("shelve-form"));
    }

    [Fact]
    public async Task Owners_see_who_queues_and_helpers_see_how_many()
    {
        var goods = await Fruit();
        var (harvest, _) = await Ripening.Of(app, goods);
        var helper = Id<Member>.New();
        await _cast.Employ(goods.Stall.Id, helper, BusinessRole.GoodsHelper);

        var owner = await app.As(goods.Stall.Owner).Visit($"/lapak/panen/{harvest}");
        var helping = await app.As(helper).Visit($"/lapak/panen/{harvest}");

        Assert.Contains("Pembeli Contoh", owner.Text("line"), StringComparison.Ordinal);
        Assert.DoesNotContain("Pembeli Contoh", helping.Text("line"), StringComparison.Ordinal);
        Assert.NotNull(helping.Find("no-people"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.As((await Fruit()).Stall.Owner).Visit($"/lapak/panen/{harvest}")).Status);
    }

    [Fact]
    public async Task The_strip_shows_the_declared_season_beside_the_months_that_sold()
    {
        var village = RegionCode.Parse("64.02.15.1002");
        var goods = await _cast.Goods(await _cast.Stall("Kebun Contoh", village: village), "Durian Contoh", 60_000, stock: 20);
        var now = app.Clock.GetUtcNow();
        var month = DateFormat.DayIn(now, Zone.Wita).Month;
        Assert.Null(await app.Marketplace.TellAsync(
            goods.Id, (Product known) => known.SetTerms(new(Supply.Seasonal, null, new(new(month, 1), new(month, 28)), 1, HalalStatement.NotStated), now), new(), default));
        var inbox = await app.BuyerOf(goods, 3);
        var order = (await app.Db.QueryAsync($"select order_id from orders where business_id = {goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        var desk = app.Services.GetRequiredService<Web.Features.Orders.OrderDesk>();
        foreach (var step in new Func<Order, DateTimeOffset, Decision<OrderEvent>>[] { (o, at) => o.Accept(at), (o, at) => o.MakeReady(at), (o, at) => o.HandOver(at) })
        {
            Assert.Null(await desk.TellAsync(new(order), null, step, new(), default));
        }

        for (var patience = 0; patience < 100 && (await app.Db.QueryAsync($"select quantity from sold_months where product_id = {goods.Id.Value}", row => row.GetInt64(0), default)).Count == 0; patience++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var page = await app.Visitor().Visit($"/en/p/{goods.Slug}");
        Assert.Contains("Sold", page.Find("[data-test=season-strip] [role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        await page.Visit($"/p/{goods.Slug}");
        Assert.EndsWith($"{Calendar.Month(month)} 3.", page.Find("[data-test=season-strip] [role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Single(page.All("[data-test=season-strip] rect.season-on"));
        Assert.Single(page.All("[data-test=season-strip] rect.sold"));
        Assert.NotNull(inbox);

        // and on the page of its village, beside what else ripens there
        await page.Visit($"/desa/{village}");
        var calendar = page.Find("season-calendar")!;
        Assert.NotNull(calendar.QuerySelector($"a[href='/p/{goods.Slug}']"));
        Assert.Equal(month, calendar.QuerySelectorAll("i[data-s]").ToList().FindIndex(cell => cell.HasAttribute("data-sold")) + 1);
        Assert.EndsWith($"{Calendar.Month(month)} 3\u00a0bungkus.", calendar.QuerySelector("b .vh")!.TextContent, StringComparison.Ordinal);
        await page.Visit($"/desa/{village.District}");
        Assert.Null(page.Find("season-calendar"));
    }

    private async Task<Goods> Fruit() => await _cast.Goods(await _cast.Stall("Kebun Contoh"), "Durian Contoh", 60_000, stock: 0);
}
