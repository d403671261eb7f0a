using System.Diagnostics;

namespace Kim.Market.Web.Tests.Till;

public class RaceTests(MarketApp app)
{
    private const int Buyers = 200;
    private const int Units = 10;

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Two_hundred_buyers_of_ten_units_get_exactly_ten()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: Units);
        var buyers = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(_ => AtTheTill(amplang)));
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(buyers.Select(buyer => buyer.Submit("place-order", Shopping.Answers())));

        TestContext.Current.SendDiagnosticMessage($"{Buyers} buyers were answered in {watch.Elapsed.TotalSeconds:N1} s.");
        var lucky = buyers.Where(buyer => buyer.Path.StartsWith("/pesanan/", StringComparison.Ordinal)).ToList();
        var others = buyers.Except(lucky).ToList();
        Assert.Equal(Units, lucky.Count);
        Assert.Equal((Units, Units), await _cast.StockOf(amplang));
        Assert.Equal(Units, lucky.Select(buyer => buyer.Text("order-number")).Distinct().Count());
        Assert.All(others, buyer => Assert.Contains("tersisa 0", buyer.Text("cart-moved"), StringComparison.Ordinal));
        Assert.Equal("1 barang di keranjang", (await others[0].Visit("/keranjang")).Text("h1"));
        Assert.Equal(Buyers - Units, await CartsWith(amplang));
    }

    private async Task<Browser> AtTheTill(Goods goods)
    {
        var buyer = app.Visitor();
        await buyer.Put(goods);
        return await buyer.Visit("/checkout");
    }

    private async Task<long> CartsWith(Goods goods) => (await EventSourcing.SqlExtensions.QueryAsync(
        app.Db, $"select count(*) from app.cart_lines where product_id = {goods.Id.Value}", row => row.GetInt64(0), default)).Single();
}
