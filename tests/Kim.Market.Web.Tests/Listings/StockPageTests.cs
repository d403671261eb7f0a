using System.Globalization;
using System.Net;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Stocks;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>A seller keeps the ledger of a stock.</summary>
public class StockPageTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Movements_are_written_down_and_buyers_see_what_is_left()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var seller = await Ledger(amplang);

        await seller.Submit("move-form", ("Input.Kind", "Harvest"), ("Input.Quantity", "5"), ("Input.Remark", "panen pagi"));
        await seller.Submit("move-form", ("Input.Kind", "Damage"), ("Input.Quantity", "2"));
        await seller.Submit("move-form", ("Input.Kind", "Count"), ("Input.Quantity", "12"));

        Assert.Equal("Tercatat.", seller.Text("flash"));
        Assert.Equal("12 di rak, 0 dijanjikan ke pesanan", seller.Text("on-hand"));
        Assert.Equal(["−1", "−2", "+5", "+10"], seller.Texts("[data-test=ledger-line] td:nth-of-type(2)"));
        Assert.Equal(["12", "13", "15", "10"], seller.Texts("[data-test=ledger-line] td:nth-of-type(3)"));
        Assert.Contains("panen pagi", seller.Texts("ledger-line")[2], StringComparison.Ordinal);
        Assert.Contains("12", (await app.Visitor().Visit($"/p/{amplang.Slug}")).Text("stock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_line_sent_five_times_at_once_is_written_once()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ledger(amplang)));
        var command = pages[0].Find("[name='Input.Command']")!.GetAttribute("value")!;

        await Task.WhenAll(pages.Select(page => page.Submit("move-form", ("Input.Command", command), ("Input.Kind", "Sample"), ("Input.Quantity", "1"))));

        Assert.Equal((9, 0), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task What_is_promised_to_orders_cannot_be_written_off()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        await app.BuyerOf(amplang, quantity: 8);
        var seller = await Ledger(amplang);

        await seller.Submit("move-form", ("Input.Kind", "Damage"), ("Input.Quantity", "3"));
        Assert.Equal("3", seller.Find("[name='Input.Quantity']")!.GetAttribute("value"));
        Assert.NotEmpty(seller.Text("refusal"));
        await seller.Submit("move-form", ("Input.Kind", "Count"), ("Input.Quantity", "7"));
        Assert.StartsWith("8 sudah dijanjikan ke pesanan terbuka.", seller.Text("refusal"), StringComparison.Ordinal);
        await seller.Submit("move-form", ("Input.Kind", "Damage"), ("Input.Quantity", "banyak"));
        Assert.NotEmpty(seller.Text("field-error"));

        Assert.Equal((10, 8), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task The_stock_of_any_past_day_can_be_asked()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 0);
        var now = app.Clock.GetUtcNow();
        Assert.Null(await app.Marketplace.TellAsync(
            Stock.Of(amplang.Id), (Stock stock) => stock.Move(MovementKind.Harvest, 7, "", now.AddDays(-10)), new Metadata(), default));
        Assert.Null(await app.Marketplace.TellAsync(
            Stock.Of(amplang.Id), (Stock stock) => stock.Move(MovementKind.Sample, 2, "", now.AddDays(-4)), new Metadata(), default));
        var seller = await Ledger(amplang);

        Assert.StartsWith("7 bungkus pada akhir", await On(-6), StringComparison.Ordinal);
        Assert.StartsWith("5 bungkus pada akhir", await On(-4), StringComparison.Ordinal);
        Assert.StartsWith("0 bungkus pada akhir", await On(-30), StringComparison.Ordinal);
        Assert.Equal("", await On(5));

        async Task<string> On(int days)
        {
            var day = now.ToOffset(TimeSpan.FromHours(8)).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return (await seller.Visit($"/lapak/produk/{amplang.Id}/stok?per={day}")).Text("stock-then");
        }
    }

    [Fact]
    public async Task A_long_ledger_is_paged_and_odd_addresses_are_its_first_page()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 0);
        var now = app.Clock.GetUtcNow();
        for (var n = 0; n < 32; n++)
        {
            await app.Marketplace.TellAsync(
                Stock.Of(amplang.Id), (Stock stock) => stock.Move(MovementKind.Harvest, 1, "", now), new Metadata(), default);
        }

        var seller = await Ledger(amplang);
        Assert.Equal(30, seller.All("ledger-line").Count);
        await seller.Visit(seller.Find("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(["2", "1"], seller.Texts("[data-test=ledger-line] td:nth-of-type(3)"));
        Assert.Equal(30, (await seller.Visit($"/lapak/produk/{amplang.Id}/stok?sesudah=-5&per=kemarin")).All("ledger-line").Count);
    }

    [Fact]
    public async Task The_ledger_of_another_stays_closed()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var other = await Ledger(await _cast.Goods(await _cast.Stall()));

        using var request = other.Filled("move-form", ("Input.Quantity", "3"));
        request.RequestUri = new($"/lapak/produk/{amplang.Id}/stok", UriKind.Relative);
        using var answer = await other.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/lapak/produk/{amplang.Id}/stok")).Status);
        Assert.Equal((10, 0), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task Reservations_that_no_open_order_made_are_found()
    {
        var check = app.Services.GetRequiredService<StockCheck>();
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        await app.BuyerOf(amplang, quantity: 4);
        Assert.DoesNotContain(await check.DifferencesAsync(default), difference => difference.ProductId == amplang.Id.Value);

        await app.Db.ExecuteAsync($"update stock_levels set reserved = 5 where product_id = {amplang.Id.Value}", default);
        Assert.Contains(new StockDifference(amplang.Id.Value, 5, 4), await check.DifferencesAsync(default));
        await app.Db.ExecuteAsync($"update stock_levels set reserved = 4 where product_id = {amplang.Id.Value}", default);
    }

    private Task<Browser> Ledger(Goods goods) => app.As(goods.Stall.Owner).Visit($"/lapak/produk/{goods.Id}/stok");
}
