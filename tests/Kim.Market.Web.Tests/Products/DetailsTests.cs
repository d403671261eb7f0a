using System.Net;
using System.Text.Json;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Products;

public class DetailsTests(MarketApp app)
{
    private const string Kahala = "64.02.09.2004";

    private readonly Bazaar _bazaar = new(app);

    [Fact]
    public async Task A_product_says_what_it_costs_who_made_it_and_how_it_is_handed_over()
    {
        var booth = await _bazaar.Booth(Kahala, kim: "KIM Danau Contoh", business: "Dapur Kahala", fee: 10_000);
        var (_, slug) = await _bazaar.Goods(booth, "Amplang Haruan 250 g", content: new(250, Measure.Gram));

        var page = await app.Visitor().Visit($"/p/{slug}");

        Assert.Equal("Amplang Haruan 250 g", page.Text("h1"));
        Assert.Equal("Rp25.000 Rp10.000 per 100 g", page.Text(".buy .price"));
        Assert.Contains("oleh Dapur Kahala, Desa Kahala, Kec. Kenohan", page.Text(".buy"), StringComparison.Ordinal);
        Assert.Equal("Tersisa 34 bungkus", page.Text("stock"));
        Assert.Contains("Rp10.000", page.Text("handover"), StringComparison.Ordinal);
        Assert.Contains("KIM Danau Contoh sejak", page.Text("seller"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_into_the_cart_without_a_script_and_without_a_token()
    {
        var booth = await _bazaar.Booth(Kahala);
        var (_, slug) = await _bazaar.Goods(booth, "Kerupuk Contoh");
        var visitor = await app.Visitor().Visit($"/p/{slug}");

        await visitor.Submit("add-to-cart", ("jumlah", "2"));

        Assert.Equal("/keranjang", visitor.Path);
        Assert.Contains("Kerupuk Contoh", visitor.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sold_out_cannot_be_put_into_a_cart()
    {
        var booth = await _bazaar.Booth(Kahala);
        var (_, slug) = await _bazaar.Goods(booth, "Madu Contoh", stock: 0);

        var page = await app.Visitor().Visit($"/p/{slug}");

        Assert.StartsWith("Habis", page.Text("stock"), StringComparison.Ordinal);
        Assert.Null(page.Find("add-form"));
    }

    [Fact]
    public async Task What_a_dormant_kim_curates_is_shown_and_cannot_be_ordered()
    {
        var booth = await _bazaar.Booth(Kahala, kim: "KIM Tidur Contoh");
        var (_, slug) = await _bazaar.Goods(booth, "Rotan Contoh");
        await _bazaar.Rest(booth);

        var page = await app.Visitor().Visit($"/p/{slug}");

        Assert.StartsWith("KIM Tidur Contoh sedang vakum", page.Text("notice"), StringComparison.Ordinal);
        Assert.Null(page.Find("add-form"));
    }

    [Fact]
    public async Task What_was_taken_off_the_stall_keeps_its_address_and_says_so()
    {
        var booth = await _bazaar.Booth(Kahala);
        var (id, slug) = await _bazaar.Goods(booth, "Kopi Contoh");
        var visitor = await app.Visitor().Visit($"/p/{slug}");
        await _bazaar.Withdraw(id);

        await visitor.Visit($"/p/{slug}");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith("Sudah tidak dijual", visitor.Text("notice"), StringComparison.Ordinal);
        Assert.Null(visitor.Find("add-form"));
    }

    [Fact]
    public async Task A_price_never_changes_in_secret()
    {
        var booth = await _bazaar.Booth(Kahala);
        var (_, slug) = await _bazaar.Goods(
            booth, "Abon Contoh", prices: [(80, 26_000), (40, 28_000), (4, 25_000)]);

        var page = await app.Visitor().Visit($"/p/{slug}");

        Assert.StartsWith("Rp25.000 sejak", page.Text("[data-test=price-trail] figcaption"), StringComparison.Ordinal);
        Assert.Equal(
            ["Rp25.000", "Rp28.000", "Rp26.000"], page.Texts("[data-test=price-trail] tbody td.n"));
    }

    [Fact]
    public async Task Machines_read_the_same_as_people()
    {
        var booth = await _bazaar.Booth(Kahala, business: "Dapur </script> Contoh");
        var (_, slug) = await _bazaar.Goods(booth, "Teh <b>Contoh</b>");

        var page = await app.Visitor().Visit($"/p/{slug}");
        using var linked = JsonDocument.Parse(page.Find("script[type='application/ld+json']")!.TextContent);

        Assert.Equal("Teh <b>Contoh</b>", linked.RootElement.GetProperty("name").GetString());
        Assert.Equal(25_000, linked.RootElement.GetProperty("offers").GetProperty("price").GetInt64());
        Assert.EndsWith("/InStock", linked.RootElement.GetProperty("offers").GetProperty("availability").GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"/promosi/barang/{slug}/kartu.jpg", page.Find("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_its_photos_are_shown_the_first_one_large()
    {
        var booth = await _bazaar.Booth(Kahala);
        var (id, slug) = await _bazaar.Goods(booth, "Tikar Contoh");
        await app.Marketplace.TellAsync(
            id, (Product _) => Product.SetPhotos([new(new string('a', 64), "dari depan"), new(new string('b', 64), "anyamannya")], app.Clock.GetUtcNow()),
            new Metadata(), TestContext.Current.CancellationToken);

        var page = await app.Visitor().Visit($"/p/{slug}");

        Assert.Equal("dari depan", page.Find(".gallery > .photo img")!.GetAttribute("alt"));
        Assert.Equal(["anyamannya"], page.All("[data-test=more-photos] a img").Select(photo => photo.GetAttribute("alt")));
    }

    [Fact]
    public async Task Others_from_the_same_kim_are_shown_but_not_itself()
    {
        var booth = await _bazaar.Booth(Kahala);
        var (_, slug) = await _bazaar.Goods(booth, "Sambal Contoh");
        await _bazaar.Goods(await _bazaar.Beside(booth, Kahala, "Kebun Contoh"), "Pisang Contoh");

        var page = await app.Visitor().Visit($"/p/{slug}");

        Assert.Equal(["Pisang Contoh"], page.Texts("[data-test=product-card] h3"));
    }

    [Theory]
    [InlineData("/p/tidak-ada")]
    [InlineData("/p/TIDAK%20SAH")]
    [InlineData("/p/..%2F..%2Fetc")]
    public async Task An_unknown_product_is_a_page_that_helps_on(string address)
    {
        var page = await app.Visitor().Visit(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotNull(page.Find("search-box"));
    }
}
