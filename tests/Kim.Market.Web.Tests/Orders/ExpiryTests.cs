using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
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
}
