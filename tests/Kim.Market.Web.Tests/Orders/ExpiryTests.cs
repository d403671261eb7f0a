using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Orders;

/// <summary>In a program of its own: its clock runs ahead of everybody else's.</summary>
public sealed class ExpiryTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_order_nobody_answers_ends_after_a_day_and_gives_its_goods_back()
    {
        var cast = new Cast(_app.Services);
        var amplang = await cast.Goods(await cast.Stall("Dapur Diam"), stock: 10);
        var buyer = await _app.BuyerOf(amplang);
        var silent = _app.Services.GetRequiredService<SilentSellers>();

        _app.Clock.Advance(TimeSpan.FromHours(23));
        await silent.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal((10, 2), await cast.StockOf(amplang));
        Assert.Equal("Jawab dalam 59 menit", (await _app.Inbox(amplang.Stall.Owner)).Text("deadline"));

        _app.Clock.Advance(TimeSpan.FromHours(2));
        await silent.SweepAsync(TestContext.Current.CancellationToken);
        await buyer.Visit(buyer.Path);

        Assert.Equal("Dapur Diam tidak menjawab, pesanan berakhir", buyer.Text("h1"));
        Assert.Equal("Kedaluwarsa", buyer.Text("order-status"));
        Assert.Equal((10, 0), await cast.StockOf(amplang));
    }

    [Fact]
    public async Task A_delivery_price_that_nobody_names_or_agrees_to_ends_the_order_too()
    {
        var cast = new Cast(_app.Services);
        var stall = await cast.Stall("Dapur Jauh", fee: null);
        await cast.Ship(stall, true);
        var amplang = await cast.Goods(stall, stock: 10);
        var (unnamed, unanswered) = (await Far(amplang), await Far(amplang));
        var seller = await _app.Inbox(stall.Owner);
        await seller.Submit("send-quote", ("Input.Order", await Second(stall)), ("Input.Fee", "30.000"));
        var silent = _app.Services.GetRequiredService<SilentSellers>();

        _app.Clock.Advance(TimeSpan.FromHours(47));
        await silent.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal((10, 4), await cast.StockOf(amplang));

        _app.Clock.Advance(TimeSpan.FromHours(2));
        await silent.SweepAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Dapur Jauh tidak menjawab, pesanan berakhir", (await unnamed.Visit(unnamed.Path)).Text("h1"));
        Assert.Equal("Ongkirnya tidak dijawab, pesanan berakhir", (await unanswered.Visit(unanswered.Path)).Text("h1"));
        Assert.Equal((10, 0), await cast.StockOf(amplang));

        // what lists of orders and stalls say follows from events alone
        await cast.Rate(stall, "64.02.15", 5_000, minimum: 10_000, freeFrom: 50_000, days: 1);
        await Far(amplang);
        foreach (var model in new[] { "orders", "businesses" })
        {
            Assert.Empty(await _app.Services.GetRequiredService<Rebuild>().VerifyAsync(model, null, TestContext.Current.CancellationToken));
        }
    }

    private async Task<Browser> Far(Goods goods)
    {
        var buyer = await _app.Visitor().Put(goods, 2);
        await buyer.Visit("/checkout");
        await buyer.Submit("see-fee", ("Input.Handover", "Delivery"), ("Input.Where", "Manggar, Balikpapan Timur"));
        return await buyer.Submit("place-order", Shopping.Answers("Delivery"));
    }

    private async Task<string> Second(Stall stall) => (await _app.Db.QueryAsync(
        $"select order_id::text from orders where business_id = {stall.Id.Value} order by placed_at desc, order_id desc limit 1", row => row.GetString(0), default)).Single();

    [Fact]
    public async Task One_order_that_cannot_be_ended_holds_up_no_other()
    {
        var cast = new Cast(_app.Services);
        var amplang = await cast.Goods(await cast.Stall("Dapur Kedua"), stock: 10);
        var (odd, before) = (Id<Order>.New(), _app.Clock.GetUtcNow().AddMinutes(-1));
        await _app.Marketplace.BeginAsync(
            odd, Order.Place(
                odd, OrderNumber.Of(odd, before), Id<Checkout>.New(), Id<Buyer>.New(), amplang.Stall.Id, amplang.Stall.Kim, Cast.Village,
                [new OrderLine(Id<Product>.New(), "Barang tanpa stok", "bungkus", 1, new(10_000))], Handover.Pickup, null, before),
            new Metadata(), TestContext.Current.CancellationToken);
        await _app.BuyerOf(amplang);
        _app.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(1, await _app.Services.GetRequiredService<SilentSellers>().SweepAsync(TestContext.Current.CancellationToken));

        Assert.Equal((10, 0), await cast.StockOf(amplang));
    }

    [Theory]
    [InlineData(null, 24)]
    [InlineData("6", 6)]
    [InlineData("0", 1)]
    [InlineData("9000", 168)]
    public void An_installation_says_how_long_sellers_have(string? hours, int meant)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Orders:AnswerHours", hours)]).Build();
        Assert.Equal(TimeSpan.FromHours(meant), OrderTerms.Of(settings).AnswerTime);
    }

    [Fact]
    public async Task Where_they_have_six_hours_an_order_ends_after_six()
    {
        await using var hasty = new MarketApp { AnswerHours = 6 };
        await hasty.InitializeAsync();
        var cast = new Cast(hasty.Services);
        var amplang = await cast.Goods(await cast.Stall("Dapur Gesit"), stock: 10);
        await hasty.BuyerOf(amplang);
        Assert.Equal("Jawab dalam 5 jam", (await hasty.Inbox(amplang.Stall.Owner)).Text("deadline"));

        hasty.Clock.Advance(TimeSpan.FromHours(6.1));
        Assert.Equal(1, await hasty.Services.GetRequiredService<SilentSellers>().SweepAsync(TestContext.Current.CancellationToken));
        Assert.Equal((10, 0), await cast.StockOf(amplang));
    }
}
