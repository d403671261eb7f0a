using System.Net;

namespace Kim.Market.Web.Tests.Villages;

public class RegionPageTests(MarketApp app)
{
    private const string GunungSari = "64.02.12.2001";
    private const string BulukSen = "64.02.12.2004";

    private readonly Bazaar _bazaar = new(app);

    [Fact]
    public async Task A_village_shows_what_is_made_there_and_by_whom()
    {
        var booth = await _bazaar.Booth(GunungSari, kim: "KIM Hulu Contoh", business: "Madu Gunung Sari");
        await _bazaar.Goods(booth, "Madu Hutan Contoh");

        var page = await app.Visitor().Visit($"/desa/{GunungSari}");

        Assert.Equal("Gunung Sari", page.Text("h1"));
        Assert.Contains("Desa Gunung Sari, Kec. Tabang", page.Text(".place"), StringComparison.Ordinal);
        Assert.Contains("Madu Hutan Contoh", page.Texts("[data-test=product-card] h3"));
        Assert.Contains("Madu Gunung Sari", page.Texts("[data-test=businesses] h3"));
        Assert.Contains("KIM Hulu Contoh", page.Texts("[data-test=groups] h3"));
        Assert.Equal(
            ["/desa", "/wilayah/64", "/wilayah/64.02", "/wilayah/64.02.12"],
            page.All(".crumbs a").Select(link => link.GetAttribute("href")).Skip(1));
    }

    [Fact]
    public async Task A_village_without_anything_leads_to_the_neighbours_that_sell()
    {
        await _bazaar.Booth(GunungSari);

        var page = await app.Visitor().Visit($"/desa/{BulukSen}");

        Assert.Equal("Belum ada UMKM yang berjualan dari sini.", page.Text("found"));
        Assert.Contains($"/desa/{GunungSari}", page.All("[data-test=places] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_regency_counts_what_is_within_and_its_map_can_be_coloured_by_it()
    {
        var booth = await _bazaar.Booth("61.04.19.2001", kim: "KIM Peta Contoh", business: "Madu Peta");
        await _bazaar.Goods(booth, "Madu Peta Contoh");

        var page = await app.Visitor().Visit("/wilayah/61.04");

        Assert.Equal(20, page.All("[data-test=tilemap] a").Count);
        var tile = page.Page.QuerySelector("[data-test=tilemap] a[href='/wilayah/61.04.19']")!;
        Assert.NotEqual("0", tile.GetAttribute("data-q"));
        Assert.Contains("Hulu Sungai", tile.TextContent, StringComparison.Ordinal);
        var row = page.All("[data-test=tally-table] tbody tr").Single(found => found.QuerySelector("a")!.GetAttribute("href") == "/wilayah/61.04.19");
        Assert.Equal(["1", "1", "1", "0", "0"], row.QuerySelectorAll("td").Select(cell => cell.TextContent));

        await page.Visit("/wilayah/61.04?ukur=kim");
        Assert.Equal("KIM", page.Text("[data-test=measure][aria-current]"));
        await page.Visit("/wilayah/61.04?ukur=apa-saja");
        Assert.Equal("UMKM", page.Text("[data-test=measure][aria-current]"));
        await page.Visit("/wilayah/61");
        Assert.Null(page.Find("tilemap"));
        Assert.True(page.Find("tally-table")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("64.02.12", "64.02.12.2001")]
    [InlineData("64.02", "64.02.12")]
    [InlineData("64", "64.02")]
    public async Task A_wider_place_leads_down_to_those_within(string wider, string within)
    {
        var page = await app.Visitor().Visit($"/wilayah/{wider}");

        Assert.Contains(within.Length > 8 ? $"/desa/{within}" : $"/wilayah/{within}", page.All("[data-test=tally-table] a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/desa/6402122001", "/desa/64.02.12.2001")]
    [InlineData("/desa/64.02.08.2001", "/desa/64.02.19.2001")]
    [InlineData("/desa/64.02.12", "/wilayah/64.02.12")]
    [InlineData("/wilayah/64.02.12.2001", "/desa/64.02.12.2001")]
    [InlineData("/wilayah/64.02.08.2001?ukur=kim", "/desa/64.02.19.2001?ukur=kim")]
    [InlineData("/en/desa/6402", "/en/wilayah/64.02")]
    [InlineData("/desa/640212?usaha=x", "/wilayah/64.02.12?usaha=x")]
    public async Task An_old_or_undotted_code_has_moved_for_good(string old, string today)
    {
        using var plain = app.Server.CreateClient();

        using var answer = await plain.GetAsync(old, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(today, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/desa/99.99.99.9999")]
    [InlineData("/desa/64.02.12.2999")]
    [InlineData("/desa/sari-jaya")]
    public async Task A_place_that_never_was_is_a_page_that_helps_on(string address)
    {
        var page = await app.Visitor().Visit(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotNull(page.Find("search-box"));
    }

    [Fact]
    public async Task The_atlas_lists_a_village_under_its_kecamatan_and_regency()
    {
        await _bazaar.Booth(GunungSari);

        var page = await app.Visitor().Visit("/desa");
        var regency = page.All("regency").Single(found => found.QuerySelector("h2")!.TextContent.Contains("Kutai Kartanegara", StringComparison.Ordinal));
        var district = regency.QuerySelectorAll("[data-test=district]").Single(found => found.QuerySelector("h3")!.TextContent == "Kec. Tabang");

        Assert.NotNull(district.QuerySelector($"a[href='/desa/{GunungSari}']"));
        Assert.Contains("Kabupaten Ketapang", page.Text("main"), StringComparison.Ordinal);
    }
}
