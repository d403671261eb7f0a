using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Stocks;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Harvests;

/// <summary>What buyers notice of a harvest: they queue, see what stands before them, are asked in their turn, and what they take is an order.</summary>
public class QueueTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_visitor_queues_from_the_products_page_and_sees_what_stands_before_them()
    {
        var goods = await Fruit();
        var harvest = await Ripening.Announced(app, goods);
        await Ripening.Queue(app, harvest);
        await Ripening.Queue(app, harvest, 20);
        var visitor = app.Visitor();

        await visitor.Visit($"/p/{goods.Slug}");
        Assert.Contains("2 orang, 30 bungkus", visitor.Text("queue-length"), StringComparison.Ordinal);
        await visitor.Visit(visitor.Find("queue")!.GetAttribute("href")!);
        await visitor.Submit("join-form", ("Input.Name", "Rahma Contoh"), ("Input.WhatsApp", "0813-1000-0001"), ("Input.Quantity", "5"));

        Assert.StartsWith("/antrean/", visitor.Path, StringComparison.Ordinal);
        Assert.Equal("Anda nomor 3 di antrean", visitor.Text("place-state"));
        Assert.Equal("30", visitor.Text("before"));
        await visitor.Visit("/pesanan");
        Assert.Single(visitor.All("own-place"));
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_at_its_field_and_nothing_is_lost()
    {
        var goods = await Fruit();
        await Ripening.Announced(app, goods);
        var visitor = await app.Visitor().Visit($"/p/{goods.Slug}/antre");

        await visitor.Submit("join-form", ("Input.Name", "Rahma Contoh"), ("Input.WhatsApp", "12"), ("Input.Quantity", "500"));

        Assert.Contains("Boleh antre 2–20.", visitor.Text("#Input_Quantity-salah"), StringComparison.Ordinal);
        Assert.NotNull(visitor.Find("#Input_WhatsApp-salah"));
        Assert.Equal("Rahma Contoh", visitor.Find("#Input_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_same_form_ten_times_at_once_is_one_place()
    {
        var harvest = await Ripening.Announced(app, await Fruit());
        var desk = app.Services.GetRequiredService<QueueDesk>();
        var joining = new Joining(Guid.NewGuid(), harvest, "Rahma Contoh", WhatsAppNumber.Parse("0813-1000-0002"), 5);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.JoinAsync(joining, new(), default)));

        Assert.Single(answers.Select(answer => answer.Key).Distinct());
        Assert.Single((await Ripening.State(app, harvest)).Places);
    }

    [Fact]
    public async Task One_number_stands_once_in_a_line_until_it_leaves()
    {
        var goods = await Fruit();
        await Ripening.Announced(app, goods);
        var visitor = await Join(goods, "0813-1000-0003");
        var place = visitor.Path;

        var again = await Join(goods, "+62 813 1000 0003");
        Assert.Contains("sudah antre", again.Text("#Input_WhatsApp-salah"), StringComparison.Ordinal);

        await visitor.Submit("leave-form");
        Assert.Equal("Anda sudah keluar dari antrean", visitor.Text("place-state"));
        Assert.StartsWith("/antrean/", (await Join(goods, "0813-1000-0003")).Path, StringComparison.Ordinal);
        Assert.NotEqual(place, again.Path);
    }

    [Fact]
    public async Task Of_forty_the_first_thirty_are_asked_and_a_no_asks_the_next()
    {
        var harvest = await Ripening.Announced(app, await Fruit());
        var keys = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            keys.Add(await Ripening.Queue(app, harvest));
        }

        await Ripening.Open(app, harvest);

        var first = await app.Visitor().Visit($"/antrean/{keys[0]}");
        var thirtyFirst = await app.Visitor().Visit($"/antrean/{keys[30]}");
        Assert.Equal("Giliran Anda: 10 bungkus", first.Text("place-state"));
        Assert.Equal("Panen sudah dibuka, giliran Anda belum tiba", thirtyFirst.Text("place-state"));
        await first.Submit("leave-form");
        Assert.Equal("Anda tidak jadi mengambil", first.Text("place-state"));
        Assert.Equal("Offered", (await thirtyFirst.Visit(thirtyFirst.Path)).Find("place-state")!.GetAttribute("data-state"));
    }

    [Fact]
    public async Task Who_takes_it_has_an_order_at_the_harvests_price_with_the_goods_set_aside()
    {
        var goods = await Fruit();
        var harvest = await Ripening.Announced(app, goods, price: null);
        var key = await Ripening.Queue(app, harvest, name: "Rahma Contoh");
        await Ripening.Open(app, harvest, price: 55_000);
        var buyer = await app.Visitor().Visit($"/antrean/{key}");

        Assert.Contains("Rp550.000", buyer.Text("take-total"), StringComparison.Ordinal);
        await buyer.Submit("take-form", ("Input.Handover", "Pickup"));

        Assert.Equal($"/pesanan/{key}", buyer.Path);
        Assert.Contains("Rahma Contoh", buyer.Text("buyer"), StringComparison.Ordinal);
        Assert.Equal((10, 10), await _cast.StockOf(goods));
        Assert.Equal([(550_000L, (short)OrderStatus.Accepted)], await OrdersOf(goods));
        var inbox = await app.Inbox(goods.Stall.Owner, "diproses");
        Assert.Contains("Rahma Contoh", inbox.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await buyer.Visit($"/antrean/{key}")).Status);
        Assert.NotNull(buyer.Find("to-order"));
        Assert.DoesNotContain(await app.Services.GetRequiredService<StockCheck>().DifferencesAsync(default), one => one.ProductId == goods.Id.Value);
    }

    [Fact]
    public async Task It_is_brought_at_the_sellers_price_where_they_bring_goods()
    {
        var goods = await Fruit();
        var harvest = await Ripening.Announced(app, goods);
        var key = await Ripening.Queue(app, harvest);
        await Ripening.Open(app, harvest);
        var buyer = await app.Visitor().Visit($"/antrean/{key}");

        await buyer.Submit("take-form", ("Input.Handover", "Delivery"));
        Assert.NotNull(buyer.Find("#Input_Address-salah"));
        await buyer.Submit("take-form", ("Input.Handover", "Delivery"), ("Input.Address", "Gg. Contoh RT 01, dekat pasar"));

        Assert.Equal([(612_000L, (short)OrderStatus.Accepted)], await OrdersOf(goods));
        Assert.Contains("Gg. Contoh", buyer.Text("buyer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_who_confirm_at_once_get_no_more_than_came()
    {
        var goods = await Fruit();
        var harvest = await Ripening.Announced(app, goods);
        for (var i = 0; i < 50; i++)
        {
            await Ripening.Queue(app, harvest);
        }

        await Ripening.Open(app, harvest);
        var places = (await Ripening.State(app, harvest)).Places;
        var desk = app.Services.GetRequiredService<QueueDesk>();

        // Two nodes: each has a desk of its own, and so a lane of its own. Everybody presses twice.
        var other = ActivatorUtilities.CreateInstance<QueueDesk>(
            app.Services, ActivatorUtilities.CreateInstance<HarvestDesk>(app.Services));
        var answers = await Task.WhenAll(places.SelectMany(place => new[] { desk, other }.Select(node => node.TakeAsync(
            new(harvest, place.Id, Handover.Pickup, null, null, null, new(600_000)), new(), default))));

        var state = await Ripening.State(app, harvest);
        Assert.Equal(300, state.Confirmed);
        Assert.Equal(60, answers.Count(answer => answer is null));
        Assert.All(answers.OfType<Refusal>(), refusal => Assert.Equal(HarvestRefusals.NotOffered, refusal));
        Assert.Equal(30, (await OrdersOf(goods)).Count);
        Assert.Equal((300, 300), await _cast.StockOf(goods));
    }

    [Fact]
    public async Task When_it_fails_everybody_in_line_reads_so()
    {
        var goods = await Fruit();
        var (harvest, key) = await Ripening.Of(app, goods);

        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/panen/{harvest}");
        await seller.Submit("fail-form");

        var buyer = await app.Visitor().Visit($"/antrean/{key}");
        Assert.Equal("Panennya gagal", buyer.Text("place-state"));
        Assert.Contains("tidak berutang", buyer.Text(".page-title"), StringComparison.Ordinal);
        Assert.Null((await app.Visitor().Visit($"/p/{goods.Slug}")).Find("harvest"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/p/{goods.Slug}/antre")).Status);
    }

    [Fact]
    public async Task Every_number_of_the_line_can_be_counted_again_from_its_events()
    {
        var goods = await Fruit();
        var (harvest, _) = await Ripening.Of(app, goods);

        var ledger = await app.Visitor().Visit($"/panen/{harvest}");

        Assert.Equal(2, ledger.All("harvest-event").Count);
        Assert.DoesNotContain("Pembeli Contoh", ledger.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_somebody_can_be_taken_along_and_forgotten()
    {
        var (harvest, key) = await Ripening.Of(app, await Fruit());
        var buyer = await app.Visitor().Visit($"/antrean/{key}/data");
        Assert.Contains("Pembeli Contoh", buyer.Text("known"), StringComparison.Ordinal);
        Assert.Contains("Pembeli Contoh", await buyer.Http.GetStringAsync(new Uri($"/antrean/{key}/data?handler=File", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await buyer.Submit("erase-form", ("Input.Sure", "true"));

        Assert.Contains("data pribadi dihapus", buyer.Text("known"), StringComparison.Ordinal);
        Assert.Equal(PlaceState.Left, (await Ripening.State(app, harvest)).Places.Single().State);
        var owner = await app.Db.QueryAsync($"select count(*) from vault.queue_marks where harvest_id = {harvest.Value}", row => row.GetInt64(0), default);
        Assert.Equal(0, owner.Single());
    }

    [Theory]
    [InlineData("/antrean/aaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/antrean/x")]
    [InlineData("/antrean/aaaaaaaaaaaaaaaaaaaaaa/data")]
    public async Task A_key_that_was_never_given_out_opens_nothing(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(path)).Status);

    private async Task<Goods> Fruit() => await _cast.Goods(await _cast.Stall("Kebun Contoh"), "Durian Contoh", 60_000, stock: 0);

    private async Task<Browser> Join(Goods goods, string number)
    {
        var visitor = await app.Visitor().Visit($"/p/{goods.Slug}/antre");
        return await visitor.Submit("join-form", ("Input.Name", "Rahma Contoh"), ("Input.WhatsApp", number), ("Input.Quantity", "5"));
    }

    private async Task<List<(long Total, short Status)>> OrdersOf(Goods goods) => [.. await app.Db.QueryAsync(
        $"select total, status from orders where business_id = {goods.Stall.Id.Value}", row => (row.GetInt64(0), row.GetInt16(1)), default)];
}
