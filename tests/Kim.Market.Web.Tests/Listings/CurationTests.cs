using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>The KIM looks at what its sellers have sent.</summary>
public class CurationTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task What_the_KIM_approves_is_on_the_market_at_the_next_request()
    {
        var stall = await _cast.Stall();
        var sent = await _cast.Sent(stall, "Amplang Halal Contoh");
        var curator = await app.As(await _cast.Curator(stall.Kim)).Visit("/kelola/kurasi");
        Assert.Equal("1 produk menunggu dilihat", curator.Text("h1"));
        Assert.Contains("Isi tiap bungkus belum ditulis.", curator.Texts("check"));
        Assert.Contains("Menyebut “Halal”. Lihat buktinya dulu.", curator.Texts("check"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/p/{sent.Slug}")).Status);

        await curator.Submit("approve");

        Assert.Equal("1 produk sekarang tayang.", curator.Text("flash"));
        Assert.Equal("0 produk menunggu dilihat", curator.Text("h1"));
        Assert.Equal("Amplang Halal Contoh", (await app.Visitor().Visit($"/p/{sent.Slug}")).Text("h1"));
    }

    [Fact]
    public async Task A_request_says_exactly_what_to_mend_and_the_next_look_shows_what_changed()
    {
        var stall = await _cast.Stall();
        var sent = await _cast.Sent(stall);
        var curator = await app.As(await _cast.Curator(stall.Kim)).Visit("/kelola/kurasi");

        await curator.Submit("return-form", ("Input.Remarks", ""));
        Assert.Equal("Pilih paling sedikit satu hal yang perlu diperbaiki.", curator.Text("refusal"));
        await curator.Submit(
            "return-form", ("Input.Remarks", ""), ("Input.Remarks", "Tulis berat bersih tiap kemasan."), ("Input.Remarks", ""),
            ("Input.Remarks", "Hapus kata halal."), ("Input.Remarks", ""));
        Assert.Equal("Permintaan terkirim. Penjual melihatnya di halaman produknya.", curator.Text("flash"));

        var seller = await app.As(stall.Owner).Visit("/lapak/produk");
        Assert.Equal("Perlu diperbaiki", seller.Text("product-status"));
        await seller.Visit($"/lapak/produk/{sent.Id}");
        Assert.Equal(["KemasanTulis berat bersih tiap kemasan.", "Bukti klaimHapus kata halal."], seller.Texts("fix"));

        await Tell(sent, product => product.Describe(product.Face with { Content = new(250, Measure.Gram) }, app.Clock.GetUtcNow()));
        await seller.Submit("submit-product");
        Assert.Equal("Diperiksa KIM", seller.Text("product-status"));
        await curator.Visit("/kelola/kurasi");
        Assert.Equal("belum ditulis 250 g", curator.Text("change"));
    }

    [Fact]
    public async Task Many_are_approved_in_one_press()
    {
        var stall = await _cast.Stall();
        var sent = new[] { await _cast.Sent(stall, "Abon"), await _cast.Sent(stall, "Bingka"), await _cast.Sent(stall, "Cincau") };
        var curator = await app.As(await _cast.Curator(stall.Kim, GroupRole.Chair)).Visit("/kelola/kurasi");
        Assert.Equal(["Abon", "Bingka", "Cincau"], curator.Texts("[data-test=waiting] h2"));

        await curator.Submit("approve-many");
        Assert.Equal("Centang dulu produk yang boleh tayang.", curator.Text("refusal"));
        await curator.Submit("approve-many", ("Input.Products", sent[0].Id.ToString()), ("Input.Products", sent[2].Id.ToString()));

        Assert.Equal("2 produk sekarang tayang.", curator.Text("flash"));
        Assert.Equal(["Bingka"], curator.Texts("[data-test=waiting] h2"));
    }

    [Fact]
    public async Task Pressed_twice_it_is_shown_once()
    {
        var stall = await _cast.Stall();
        var sent = await _cast.Sent(stall);
        var member = await _cast.Curator(stall.Kim);
        var (one, two) = (await app.As(member).Visit("/kelola/kurasi"), await app.As(member).Visit("/kelola/kurasi"));

        await Task.WhenAll(one.Submit("approve"), two.Submit("approve"));

        var history = await app.Marketplace.LoadAsync<Product, ProductEvent>(sent.Id, TestContext.Current.CancellationToken);
        Assert.Single(history.History, recorded => recorded.Data is ProductPublished);
    }

    [Fact]
    public async Task A_trusted_seller_waits_for_nobody()
    {
        var stall = await _cast.Stall();
        var curator = await app.As(await _cast.Curator(stall.Kim)).Visit("/kelola/kurasi/penjual");
        await curator.Submit("trust");
        Assert.Equal($"Produk {stall.Name} sekarang tayang langsung.", curator.Text("flash"));

        var sent = await _cast.Sent(stall);
        await Tell(sent, product => product.Return([new(ReviewPoint.Photo, "Lebih terang.")], app.Clock.GetUtcNow()));
        var seller = await app.As(stall.Owner).Visit($"/lapak/produk/{sent.Id}");
        await seller.Submit("submit-product");
        Assert.Equal("Diperiksa KIM", seller.Text("product-status"));
        await seller.Visit("/lapak/produk/baru");
        Assert.Equal("Tayangkan", seller.Text("save-submit"));

        await curator.Submit("trust");
        Assert.Equal("Kirim ke KIM", (await seller.Visit("/lapak/produk/baru")).Text("save-submit"));
    }

    [Fact]
    public async Task Curators_of_other_KIMs_and_other_roles_see_and_decide_nothing()
    {
        var sent = await _cast.Sent(await _cast.Stall());
        var mine = await _cast.Stall();
        await _cast.Sent(mine);
        var stranger = await app.As(await _cast.Curator(mine.Kim)).Visit("/kelola/kurasi");
        Assert.Single(stranger.All("waiting"));

        await stranger.Submit("approve", ("Input.Product", sent.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Visit("/kelola/kurasi");
        await stranger.Submit("return-form", ("Input.Product", sent.Id.ToString()), ("Input.Remarks", "Ulangi."));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Visit("/kelola/kurasi/penjual");
        await stranger.Submit("trust", ("Input.Business", sent.Stall.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        foreach (var member in new[] { await _cast.Curator(mine.Kim, GroupRole.Writer), mine.Owner, Id<Member>.New() })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.As(member).Visit("/kelola/kurasi")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.As(member).Visit("/kelola/kurasi/penjual")).Status);
        }
    }

    private async Task Tell(Goods goods, Func<Product, Decision<ProductEvent>> decide) =>
        Assert.Null(await app.Marketplace.TellAsync(goods.Id, decide, new Metadata(), TestContext.Current.CancellationToken));
}
