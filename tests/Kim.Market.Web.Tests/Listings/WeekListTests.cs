using Kim.Market.Domain;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Offices;
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
    public async Task What_ends_soon_has_no_photo_or_has_just_come_is_told_too()
    {
        var kim = await _cast.Kim();
        var stall = await _cast.Stall(kim: kim);
        await _cast.Newcomer(kim: kim);
        var now = app.Clock.GetUtcNow();
        var (id, paper) = (Id<Certificate>.New(), Guid.CreateVersion7());
        Assert.Null(await app.Marketplace.BeginAsync(
            id, Certificate.State(id, stall.Id, CertificateKind.Halal, "ID64110000123456789", "BPJPH", DateOnly.FromDateTime(now.UtcDateTime).AddDays(20), [], now), new Metadata(), default));
        Assert.Null(await app.Marketplace.TellAsync(id, (Certificate known) => known.KeepPaper(paper, now), new Metadata(), default));
        Assert.Null(await app.Marketplace.TellAsync(id, (Certificate known) => known.Verify(Id<Office>.New(), now), new Metadata(), default));
        var bare = Id<Product>.New();
        Assert.Null(await app.Marketplace.BeginAsync(
            bare, Product.Draft(bare, stall.Id, "Amplang", $"amplang-{bare.Value:N}", "makanan-olahan/amplang", "bungkus", null, "", now), new Metadata(), default));
        Assert.Null(await app.Marketplace.BeginAsync(Stock.Of(bare), Stock.Open(bare, now), new Metadata(), default));

        var curator = await app.As(await _cast.Curator(kim)).Visit("/kelola");

        Assert.Equal(
            ["1 usaha menunggu persetujuan", "1 sertifikat habis dalam 30 hari", "1 draf belum berfoto"], curator.Texts("[data-test=week-item] b"));
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
