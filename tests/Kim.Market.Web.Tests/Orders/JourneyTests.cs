using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Stocks;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Orders;

/// <summary>In a program of its own: its clock runs ahead of everybody else's.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_sent_is_followed_by_both_and_completed_by_the_buyers_word()
    {
        var amplang = await Goods();
        var (buyer, seller) = await Ready(amplang);

        await seller.Submit("ship-order", ("Input.How", "Titip speedboat"), ("Input.Bill", "0812-3456-7890"));
        Assert.Contains("bukan nomor telepon", seller.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("0812-3456-7890", seller.Find("[data-test=ship-form] [name='Input.Bill']")!.GetAttribute("value"));

        await seller.Submit("ship-order", ("Input.How", "Titip speedboat"), ("Input.Bill", "JX 3301245567"));
        await buyer.Visit(buyer.Path);
        Assert.Equal("Dapur Sungai sudah mengirim pesanan Anda", buyer.Text("h1"));
        Assert.Contains("Titip speedboat, nomor resi JX3301245567", buyer.Texts("timeline-item")[3], StringComparison.Ordinal);
        Assert.Equal("1", (await _app.Inbox(amplang.Stall.Owner, "dikirim")).Text("[data-test=inbox-tab][aria-current] .num"));

        await buyer.Submit("received-order");
        Assert.Equal("Pesanan selesai", buyer.Text("h1"));
        Assert.Equal("Terima kasih. Pesanan selesai.", buyer.Text("flash"));
        Assert.Equal((8, 0), await new Cast(_app.Services).StockOf(amplang));
    }

    [Fact]
    public async Task Silence_completes_what_was_sent_once_on_however_many_nodes_and_a_seller_is_reminded()
    {
        var amplang = await Goods();
        var (buyer, seller) = await Ready(amplang);
        await seller.Submit("ship-order");
        var cast = new Cast(_app.Services);
        Assert.Contains("6 hari lagi dianggap sampai", (await _app.Inbox(amplang.Stall.Owner, "dikirim")).Text("due"), StringComparison.Ordinal);

        _app.Clock.Advance(TimeSpan.FromDays(7));
        await Sweep();
        await buyer.Visit(buyer.Path);
        Assert.Equal("Sampai", buyer.Text("order-status"));
        Assert.Empty(await _app.Services.GetRequiredService<StockCheck>().DifferencesAsync(TestContext.Current.CancellationToken));
        Assert.Equal((10, 2), await cast.StockOf(amplang));

        _app.Clock.Advance(TimeSpan.FromHours(49));
        await Task.WhenAll(Sweep(), Sweep(), Sweep());
        await buyer.Visit(buyer.Path);
        Assert.Equal("Selesai", buyer.Text("order-status"));
        Assert.Equal((8, 0), await cast.StockOf(amplang));
        Assert.Equal(["1"], await _app.Db.QueryAsync(
            $"select count(*)::text from events.mt_events e join orders o on o.order_id = e.stream_id where o.number = {buyer.Text("order-number")} and e.type = 'order_completed'",
            row => row.GetString(0), default));
        Assert.Empty(await _app.Services.GetRequiredService<Rebuild>().VerifyAsync("orders", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_sellers_word_leaves_the_buyer_two_days_and_a_late_kitchen_is_told()
    {
        var amplang = await Goods();
        var buyer = await _app.BuyerOf(amplang, handover: "Delivery");
        await (await _app.Inbox(amplang.Stall.Owner)).Submit("accept-order");
        Assert.Null((await _app.Inbox(amplang.Stall.Owner, "diproses")).Find("late"));
        _app.Clock.Advance(TimeSpan.FromHours(49));
        var seller = await _app.Inbox(amplang.Stall.Owner, "diproses");
        Assert.NotNull(seller.Find("late"));

        await seller.Submit("ready-order");
        await (await _app.Inbox(amplang.Stall.Owner, "siap")).Submit("ship-order");
        await (await _app.Inbox(amplang.Stall.Owner, "dikirim")).Submit("arrive-order");
        await buyer.Visit(buyer.Path);
        Assert.Equal("Pesanan dari Dapur Sungai sudah sampai, periksa barangnya", buyer.Text("h1"));
        Assert.Null((await _app.Inbox(amplang.Stall.Owner, "dikirim")).Find("arrive-order"));

        _app.Clock.Advance(TimeSpan.FromHours(49));
        await Sweep();
        Assert.Equal("Pesanan selesai", (await buyer.Visit(buyer.Path)).Text("h1"));
    }

    private Task<int> Sweep() => _app.Services.GetRequiredService<OrderTimers>().SweepAsync(TestContext.Current.CancellationToken);

    private async Task<Goods> Goods()
    {
        var cast = new Cast(_app.Services);
        return await cast.Goods(await cast.Stall("Dapur Sungai"), stock: 10);
    }

    private async Task<(Browser Buyer, Browser Seller)> Ready(Goods goods)
    {
        var buyer = await _app.BuyerOf(goods, handover: "Delivery");
        await (await _app.Inbox(goods.Stall.Owner)).Submit("accept-order");
        await (await _app.Inbox(goods.Stall.Owner, "diproses")).Submit("ready-order");
        return (buyer, await _app.Inbox(goods.Stall.Owner, "siap"));
    }
}
