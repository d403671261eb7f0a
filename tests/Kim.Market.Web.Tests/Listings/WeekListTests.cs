using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>What a KIM's board is told to do this week.</summary>
public class WeekListTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task What_waits_is_empty_stale_or_bare_is_told_the_most_urgent_first_and_never_more_than_five()
    {
        var stall = await _cast.Stall();
        var now = app.Clock.GetUtcNow();
        await app.BuyerOf(await _cast.Goods(stall, stock: 5));
        await _cast.Sent(stall);
        await Stocked(await _cast.Sent(stall, "Lama"), now.AddDays(-40), 3);
        await Stocked(await _cast.Sent(stall, "Kosong"), now.AddDays(-5), 0);
        var mending = await _cast.Sent(stall, "Kusut");
        Assert.Null(await app.Marketplace.TellAsync(
            mending.Id, (Product product) => product.Return([new(ReviewPoint.Photo, "Lebih terang.")], now), new Metadata(), default));

        var curator = await app.As(await _cast.Curator(stall.Kim)).Visit("/kelola/kurasi");

        Assert.Equal("5 hal minggu ini", curator.Text("[data-test=week] h2"));
        Assert.Equal(
            [
                "1 pesanan belum dijawab penjual", "1 produk menunggu dilihat", "1 produk menunggu perbaikan penjual",
                "1 produk habis", "Stok 1 produk tidak disentuh 30 hari",
            ],
            curator.Texts("[data-test=week-item] b"));
    }

    [Fact]
    public async Task A_KIM_with_nothing_to_do_is_told_nothing_and_others_do_not_matter()
    {
        await _cast.Sent(await _cast.Stall());
        var stall = await _cast.Stall();
        await _cast.Goods(stall);

        Assert.Null((await app.As(await _cast.Curator(stall.Kim)).Visit("/kelola/kurasi")).Find("week"));
    }

    /// <summary>Lets it be seen with a stock that was last touched then.</summary>
    private async Task Stocked(Goods goods, DateTimeOffset then, int quantity)
    {
        Assert.Null(await app.Marketplace.TellAsync(
            Stock.Of(goods.Id), (Stock stock) => stock.Move(MovementKind.Harvest, quantity + 1, "", then), new Metadata(), default));
        Assert.Null(await app.Marketplace.TellAsync(
            Stock.Of(goods.Id), (Stock stock) => stock.Count(quantity, "", then), new Metadata(), default));
        Assert.Null(await app.Marketplace.TellAsync(goods.Id, (Product product) => product.Publish(then), new Metadata(), default));
    }
}
