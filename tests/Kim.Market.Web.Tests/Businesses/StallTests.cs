using System.Net;

namespace Kim.Market.Web.Tests.Businesses;

public class StallTests(MarketApp app)
{
    private const string Semayang = "64.02.09.2006";

    private readonly Bazaar _bazaar = new(app);

    [Fact]
    public async Task A_stall_says_who_where_and_how_goods_change_hands()
    {
        var booth = await _bazaar.Booth(Semayang, kim: "KIM Semayang Contoh", business: "Asap Semayang", fee: 15_000);
        await _bazaar.Goods(booth, "Ikan Asap Contoh");

        var page = await app.Visitor().Visit($"/toko/{booth.BusinessSlug}");

        Assert.Equal("Asap Semayang", page.Text("h1"));
        Assert.Contains("Usaha perorangan, Desa Semayang, Kec. Kenohan", page.Text(".store-id"), StringComparison.Ordinal);
        Assert.Equal(["Balai Desa Contoh 08.00–16.00", "Rp15.000 satu kecamatan"], page.Texts("[data-test=handover] dd"));
        Assert.Equal(["Ikan Asap Contoh"], page.Texts("[data-test=product-card] h3"));
    }

    [Fact]
    public async Task The_sellers_number_is_not_on_a_page_for_everybody()
    {
        var stall = await new Cast(app.Services).Stall();

        var page = await app.Visitor().Visit($"/toko/{stall.Slug}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(stall.WhatsApp[2..], page.Page.DocumentElement.OuterHtml.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_stall_says_so_at_once()
    {
        var booth = await _bazaar.Booth(Semayang);
        var visitor = await app.Visitor().Visit($"/toko/{booth.BusinessSlug}");
        Assert.Null(visitor.Find("notice"));

        await _bazaar.Close(booth);
        await visitor.Visit($"/toko/{booth.BusinessSlug}");

        Assert.StartsWith("Lapak sedang tutup", visitor.Text("notice"), StringComparison.Ordinal);
    }
}
