using System.Net;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>Urungkan: what was done in one press can be taken back for a day, and done again.</summary>
public class UndoTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_price_is_undone_once_and_done_again_and_its_trail_keeps_all_of_it()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), price: 20_000);
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}/harga");
        await seller.Submit("price-form", ("Input.Price", "200.000"));
        await seller.Visit("/riwayat");
        Assert.StartsWith("Harga diubah1 produk", seller.Text("act"), StringComparison.Ordinal);
        var (one, two) = (await app.As(amplang.Stall.Owner).Visit("/riwayat"), await app.As(amplang.Stall.Owner).Visit("/riwayat"));

        await Task.WhenAll(one.Submit("undo"), two.Submit("undo"));
        Assert.Equal("Rp20.000", await Price(amplang));
        Assert.Equal(3, (await History(amplang)).OfType<ProductPriced>().Count());

        await seller.Visit("/riwayat");
        await seller.Submit("redo");
        Assert.Equal("Diulangi. 1 produk berubah lagi.", seller.Text("flash"));
        Assert.Equal("Rp200.000", await Price(amplang));
    }

    [Fact]
    public async Task What_was_changed_again_since_stays()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), price: 20_000);
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}/harga");
        await seller.Submit("price-form", ("Input.Price", "30.000"));
        await seller.Submit("price-form", ("Input.Price", "40.000"));
        await seller.Visit("/riwayat");

        await seller.Submit("[data-test=act]:last-child [data-test=undo]");
        Assert.Equal("Rp40.000", await Price(amplang));
        await seller.Submit("[data-test=act]:first-child [data-test=undo]");
        Assert.Equal("Rp20.000", await Price(amplang));
    }

    [Fact]
    public async Task A_KIM_takes_back_an_approval_and_the_product_waits_again()
    {
        var stall = await _cast.Stall();
        var (one, two) = (await _cast.Sent(stall, "Abon"), await _cast.Sent(stall, "Bingka"));
        var curator = await app.As(await _cast.Curator(stall.Kim)).Visit("/kelola/kurasi");
        await curator.Submit("approve-many", ("Input.Products", one.Id.ToString()), ("Input.Products", two.Id.ToString()));
        Assert.NotNull((await app.Visitor().Visit($"/p/{one.Slug}")).Find("product"));

        await curator.Visit("/riwayat");
        Assert.StartsWith("Disetujui KIM2 produk", curator.Text("act"), StringComparison.Ordinal);
        await curator.Submit("undo");

        Assert.Equal("2 produk menunggu dilihat", (await curator.Visit("/kelola/kurasi")).Text("h1"));
        Assert.Null((await app.Visitor().Visit($"/p/{one.Slug}")).Find("add-form"));
    }

    [Fact]
    public async Task Hiding_is_undone_too()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}");
        await seller.Submit("withdraw");
        Assert.Null((await app.Visitor().Visit($"/p/{amplang.Slug}")).Find("add-form"));

        await seller.Visit("/riwayat");
        await seller.Submit("undo");

        Assert.NotNull((await app.Visitor().Visit($"/p/{amplang.Slug}")).Find("add-form"));
    }

    [Fact]
    public async Task Nobody_undoes_what_another_did()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), price: 20_000);
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}/harga");
        await seller.Submit("price-form", ("Input.Price", "30.000"));
        await seller.Visit("/riwayat");
        var act = seller.Find("[name=act]")!.GetAttribute("value")!;
        var other = await _cast.Goods(await _cast.Stall());
        var stranger = await app.As(other.Stall.Owner).Visit($"/lapak/produk/{other.Id}/harga");
        await stranger.Submit("price-form", ("Input.Price", "31.000"));
        await stranger.Visit("/riwayat");

        await stranger.Submit("undo", ("act", act));

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Equal("Rp30.000", await Price(amplang));
        Assert.Null((await app.As(Domain.Id<Domain.Member>.New()).Visit("/riwayat")).Find("act"));
    }

    private async Task<string> Price(Goods goods) => (await app.Visitor().Visit($"/p/{goods.Slug}")).Text("[data-test=price] data");

    private async Task<IEnumerable<object>> History(Goods goods) =>
        (await app.Marketplace.LoadAsync<Product, ProductEvent>(goods.Id, TestContext.Current.CancellationToken)).History.Select(recorded => recorded.Data);
}
