using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Till;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.MarketDays;

/// <summary>Orders that are fetched together at a market day: what each bears, and who is asked when one is gone.</summary>
public sealed class MarketOrderTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private sealed record Trio(Id<Group> Kim, Id<MarketDay> Day, Goods P, Goods Q, Goods R);

    private async Task<Trio> Three(long shared = 12_000)
    {
        var kim = await _cast.Kim();
        var day = await _cast.MarketDay(kim, shared);
        return new(
            kim, day, await _cast.Goods(await _cast.Stall("Lapak P", kim)), await _cast.Goods(await _cast.Stall("Lapak Q", kim)),
            await _cast.Goods(await _cast.Stall("Lapak R", kim)));
    }

    private async Task<Browser> Cart(params Goods[] goods)
    {
        var buyer = app.Visitor();
        foreach (var good in goods)
        {
            await buyer.Put(good, 2);
        }

        return await buyer.Visit("/checkout");
    }

    private static Task<Browser> Choose(Browser buyer) =>
        buyer.Submit("checkout-form", Shopping.Answers(buyer.Find("[data-test=market-choice] input")!.GetAttribute("value")!));

    private Task<List<(string Business, OrderStatus Status, long Fee, long Total, long? Asked)>> Rows(Trio three) => app.Db.QueryAsync(
        $"""
        select b.name, o.status, o.fee, o.total, o.asked_share
        from orders o join businesses b on b.business_id = o.business_id
        where o.market_day = {three.Day.Value}
        order by b.name
        """, row => (row.GetString(0), (OrderStatus)row.GetInt16(1), row.GetInt64(2), row.GetInt64(3), row.IsDBNull(4) ? (long?)null : row.GetInt64(4)), TestContext.Current.CancellationToken);

    private async Task Reject(Goods goods) => await (await app.Inbox(goods.Stall.Owner)).Submit("reject-order");

    [Fact]
    public async Task Three_sellers_share_the_price_and_one_who_refuses_leaves_the_others_as_they_are()
    {
        var three = await Three();
        var buyer = await Cart(three.P, three.Q, three.R);

        Assert.Contains("Ongkir bersama Rp12.000, tetap, dibagi rata ke 3 penjual", buyer.Text("share-rule"), StringComparison.Ordinal);
        Assert.Contains("Lapak P Rp4.000, Lapak Q Rp4.000, Lapak R Rp4.000", buyer.Text("share-rule"), StringComparison.Ordinal);
        Assert.StartsWith("Pesan sebelum ", buyer.Text("cut-off"), StringComparison.Ordinal);
        Assert.Contains("Rp162.000", buyer.Text("market-choice"), StringComparison.Ordinal);
        await Choose(buyer);

        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        Assert.Equal("Rp162.000", buyer.Text("checkout-total"));
        Assert.Equal(["Rp4.000", "Rp4.000", "Rp4.000"], buyer.Texts("order-fee"));
        Assert.Contains("Balai Desa Sari Jaya", buyer.Text("market-pickup"), StringComparison.Ordinal);
        await (await app.Inbox(three.P.Stall.Owner)).Submit("accept-order");
        var seller = await app.Inbox(three.Q.Stall.Owner);
        Assert.Contains("Hari pasar ", seller.Text("for-market"), StringComparison.Ordinal);
        await seller.Submit("reject-order");

        Assert.Equal(
            [("Lapak P", OrderStatus.Accepted, 4_000, 54_000, 6_000), ("Lapak Q", OrderStatus.Rejected, 4_000, 54_000, null), ("Lapak R", OrderStatus.Placed, 4_000, 54_000, 6_000)],
            await Rows(three));
        await buyer.Visit(buyer.Path);
        Assert.Equal("Ongkir bersama dibagi ulang. Setuju?", buyer.Text("h1"));
        Assert.Contains("Ongkir bersama tetap Rp12.000, kini dibagi ke 2 penjual", buyer.Text("share-question"), StringComparison.Ordinal);
        Assert.Equal("Lapak P: bagian ongkir Rp4.000 menjadi Rp6.000, semuanya Rp56.000", buyer.Texts("asked-share")[0]);
        Assert.Contains("menjadi Rp6.000 bila pembeli setuju", (await app.Inbox(three.P.Stall.Owner, "diproses")).Text("share-asked"), StringComparison.Ordinal);

        await buyer.Submit("agree-share");

        Assert.Contains("Setuju", buyer.Text("flash"), StringComparison.Ordinal);
        Assert.Empty(buyer.All("share-question"));
        Assert.Equal(["Rp56.000", "Rp54.000", "Rp56.000"], buyer.Texts("order-total"));
        Assert.Equal("Rp112.000", buyer.Text("checkout-total")); // nobody pays for what was refused
        Assert.Equal(2, buyer.All("market-pickup").Count); // nor fetches it
        Assert.Equal(
            [("Lapak P", OrderStatus.Accepted, 6_000, 56_000, null), ("Lapak Q", OrderStatus.Rejected, 4_000, 54_000, null), ("Lapak R", OrderStatus.Placed, 6_000, 56_000, null)],
            await Rows(three));
    }

    [Fact]
    public async Task Whoever_does_not_agree_takes_back_even_what_was_accepted()
    {
        var three = await Three();
        var buyer = await Choose(await Cart(three.P, three.Q));
        await (await app.Inbox(three.P.Stall.Owner)).Submit("accept-order");
        Assert.Single((await buyer.Visit(buyer.Path)).All("cancel-order"));
        await Reject(three.Q);
        await buyer.Visit(buyer.Path);

        await buyer.Submit("cancel-order");

        Assert.Equal([OrderStatus.Cancelled, OrderStatus.Rejected], (await Rows(three)).Select(row => row.Status));
        Assert.Equal((100, 0), await _cast.StockOf(three.P));
    }

    [Fact]
    public async Task A_share_that_moved_meanwhile_is_shown_first()
    {
        var three = await Three();
        var buyer = await Choose(await Cart(three.P, three.Q, three.R));
        await Reject(three.Q);
        await buyer.Visit(buyer.Path);
        await Reject(three.R);

        await buyer.Submit("agree-share");

        Assert.Contains("Bagian ongkirnya berubah lagi", buyer.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("Lapak P: bagian ongkir Rp4.000 menjadi Rp12.000, semuanya Rp62.000", buyer.Text("asked-share"));
    }

    [Fact]
    public async Task A_seller_of_another_kim_goes_their_own_way_and_bears_nothing()
    {
        var three = await Three();
        var other = await _cast.Goods(await _cast.Stall("Lapak Lain"));
        var buyer = await Cart(three.P, other);
        Assert.Equal("Lapak Lain tetap diambil sendiri.", buyer.Text("not-at-market"));

        await Choose(buyer);

        Assert.Equal("Rp112.000", buyer.Text("checkout-total"));
        Assert.Equal([("Lapak P", OrderStatus.Placed, 12_000, 62_000, null)], await Rows(three));
    }

    [Fact]
    public async Task The_cut_off_is_held_by_the_servers_clock_to_the_second()
    {
        var three = await Three();
        var (placing, carts) = (app.Services.GetRequiredService<Placing>(), app.Services.GetRequiredService<CartLines>());
        var offer = (await app.Services.GetRequiredService<MarketOffers>().ForAsync([three.Kim.Value], default))[0];

        Assert.Equal("order.market_cut_off", (await Order(offer.Date.OrderBy)).Refusal?.Code);
        Assert.Equal("order.market_cut_off", (await Order(offer.Date.OrderBy.AddSeconds(30))).Refusal?.Code);
        Assert.NotNull((await Order(offer.Date.OrderBy.AddSeconds(-1))).Token);

        async Task<Outcome> Order(DateTimeOffset at)
        {
            var cart = Guid.NewGuid();
            await carts.AddAsync(cart, three.P.Slug, 2, default);
            Assert.True(WhatsAppNumber.TryParse("081200000001", out var number));
            return await placing.PlaceAsync(
                new(Guid.NewGuid(), cart, "Pembeli Contoh", number, Handover.Pickup, null, null, new(62_000), Market: (offer.Day, offer.Date.Date)), Asker.Visitor, default, at);
        }
    }

    [Fact]
    public async Task A_date_that_was_called_off_takes_no_order_and_frees_those_it_had()
    {
        var three = await Three();
        var first = await Choose(await Cart(three.P));
        await (await app.Inbox(three.P.Stall.Owner)).Submit("accept-order");
        var late = await Cart(three.P);
        var date = DateOnly.FromDateTime((await app.Db.QueryAsync(
            $"select market_date from orders where market_day = {three.Day.Value}", row => row.GetDateTime(0), default)).Single());
        var keeper = app.As(await _cast.Curator(three.Kim));
        await keeper.Visit("/kelola/hari-pasar");
        await keeper.Submit("call-off-date", ("Input.Date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Reason", "Jalan terendam"));

        await Choose(late);

        Assert.Equal("/checkout", late.Path);
        Assert.Contains("Batas pesan untuk hari pasar ini sudah lewat", late.Text("#Input_Handover-salah"), StringComparison.Ordinal);
        Assert.Equal("Pembeli Contoh", late.Find("#Input_Name")!.GetAttribute("value"));
        await first.Visit(first.Path);
        Assert.Contains("Jalan terendam", first.Text("called-off"), StringComparison.Ordinal);
        await first.Submit("cancel-order");
        Assert.Equal("Pesanan Anda batalkan", first.Text("h1"));
    }

    [Fact]
    public async Task Whatever_sellers_and_buyer_do_at_once_the_shares_sum_to_the_price()
    {
        var random = new Random(9);
        for (var life = 0; life < 6; life++)
        {
            var three = await Three(shared: random.Next(0, 300) * 100);
            await Choose(await Cart(three.P, three.Q, three.R));
            var ids = await app.Db.QueryAsync($"select order_id from orders where market_day = {three.Day.Value}", row => row.GetGuid(0), default);
            var desk = app.Services.GetRequiredService<OrderDesk>();

            await Task.WhenAll(ids.Select(id => random.Next(4) switch
            {
                0 => Tell(id, (order, now) => order.Accept(now)),
                1 => Tell(id, (order, now) => order.Cancel(now)),
                _ => Tell(id, (order, now) => order.Reject(RejectionReason.OutOfStock, now)),
            }));

            var living = (await Rows(three)).Where(row => row.Status is OrderStatus.Placed or OrderStatus.Accepted).ToList();
            var price = (await app.Db.QueryAsync($"select market_cost from orders where market_day = {three.Day.Value}", row => row.GetInt64(0), default))[0];
            Assert.Equal(living.Count == 0 ? 0 : price, living.Sum(row => row.Asked ?? row.Fee));

            Task<Refusal?> Tell(Guid id, Func<Order, DateTimeOffset, Decision<OrderEvent>> decide) =>
                desk.TellAsync(new Id<Order>(id), null, decide, new Metadata(), default);
        }
    }
}

/// <summary>In a program of its own: its clock runs ahead of everybody else's.</summary>
public sealed class SilentShareTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_buyer_who_does_not_answer_pays_nothing_and_the_goods_go_back()
    {
        var cast = new Cast(_app.Services);
        var kim = await cast.Kim();
        await cast.MarketDay(kim);
        var goods = new List<Goods>();
        var buyer = _app.Visitor();
        foreach (var name in new[] { "Lapak P", "Lapak Q", "Lapak R" })
        {
            goods.Add(await cast.Goods(await cast.Stall(name, kim), stock: 10));
            await buyer.Put(goods[^1], 2);
        }

        await buyer.Visit("/checkout");
        await buyer.Submit("checkout-form", Shopping.Answers(buyer.Find("[data-test=market-choice] input")!.GetAttribute("value")!));
        await (await _app.Inbox(goods[0].Stall.Owner)).Submit("accept-order");
        await (await _app.Inbox(goods[1].Stall.Owner)).Submit("accept-order");
        await (await _app.Inbox(goods[2].Stall.Owner)).Submit("reject-order");

        _app.Clock.Advance(TimeSpan.FromHours(25));
        var timers = _app.Services.GetRequiredService<OrderTimers>();
        while (await timers.SweepAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        await buyer.Visit(buyer.Path);
        Assert.Equal("Ongkir bersama tidak dijawab, pesanan berakhir", buyer.Text("h1"));
        foreach (var good in goods)
        {
            Assert.Equal((10, 0), await cast.StockOf(good));
        }
    }
}
