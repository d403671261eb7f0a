using System.Net;
using Kim.Market.Domain;

namespace Kim.Market.Web.Tests.Groups;

public class GroupPagesTests(MarketApp app)
{
    private const string Penajam = "64.09.01.1001";
    private const string Saliki = "64.02.05.2001";

    private readonly Bazaar _bazaar = new(app);

    [Fact]
    public async Task A_storefront_shows_its_products_its_businesses_and_where_it_is()
    {
        var booth = await _bazaar.Booth(Saliki, kim: "KIM Pesisir Contoh", business: "Dapur Saliki");
        await _bazaar.Goods(booth, "Terasi Contoh");
        await _bazaar.Beside(booth, Saliki, "Kebun Saliki");

        var page = await app.Visitor().Visit($"/kim/{booth.KimSlug}");

        Assert.Equal("KIM Pesisir Contoh", page.Text("h1"));
        Assert.Contains("Desa Saliki, Kec. Muara Badak", page.Text(".store-id"), StringComparison.Ordinal);
        Assert.Equal(["Aktif", "2", "1"], page.Texts("dl[data-test=facts] dd").Take(3));
        Assert.Equal(["Terasi Contoh"], page.Texts("[data-test=product-card] h3"));
        Assert.Equal(["Dapur Saliki", "Kebun Saliki"], page.Texts("[data-test=businesses] h3"));
    }

    [Fact]
    public async Task A_dormant_kim_says_so_with_its_reason()
    {
        var booth = await _bazaar.Booth(Saliki);
        await _bazaar.Rest(booth);

        var page = await app.Visitor().Visit($"/kim/{booth.KimSlug}");

        Assert.Contains("Belum ada anggaran.", page.Text("notice"), StringComparison.Ordinal);
        Assert.Contains("Vakum", page.Text("dl[data-test=facts]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_businesses_turn_page_by_page_by_name()
    {
        var booth = await _bazaar.Booth(Saliki, business: "Usaha 00");
        for (var i = 1; i < 30; i++)
        {
            await _bazaar.Beside(booth, Saliki, $"Usaha {i:00}");
        }

        var page = await app.Visitor().Visit($"/kim/{booth.KimSlug}");
        var first = page.Texts("[data-test=businesses] h3");
        await page.Visit(page.Find("#usaha a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(
            Enumerable.Range(0, 30).Select(i => $"Usaha {i:00}"), [.. first, .. page.Texts("[data-test=businesses] h3")]);
    }

    [Fact]
    public async Task The_directory_shows_the_kim_of_the_chosen_regency_only()
    {
        var here = await _bazaar.Booth(Penajam, kim: "KIM Penajam Contoh");
        var there = await _bazaar.Booth(Saliki, kim: "KIM Pesisir Contoh");

        var page = await app.Visitor().Visit("/kim?wilayah=64.09");
        var links = page.All("[data-test=groups] h3 a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Contains($"/kim/{here.KimSlug}", links);
        Assert.DoesNotContain($"/kim/{there.KimSlug}", links);
        Assert.Equal($"{links.Count} KIM aktif di Kabupaten Penajam Paser Utara", page.Text("h1"));
    }

    [Fact]
    public async Task A_village_of_forty_two_KIM_shows_some_and_leads_to_all_of_its_own()
    {
        const string Batuah = "64.02.03.2006"; // which has so many
        var cast = new Cast(app.Services);
        for (var number = 1; number <= 42; number++)
        {
            await cast.Kim($"KIM Dasawisma {number:00}", RegionCode.Parse(Batuah));
        }

        var page = await app.Visitor().Visit($"/desa/{Batuah}");
        Assert.Equal(12, page.All("kim-card").Count);
        await page.Visit(page.Find("all-kim")!.GetAttribute("href")!);
        Assert.StartsWith("42 KIM aktif di ", page.Text("h1"), StringComparison.Ordinal);
        Assert.Contains("Batuah", page.Text("h1"), StringComparison.Ordinal);
        List<string> names = [.. page.Texts("[data-test=groups] h3")];
        await page.Visit(page.Find("a[rel=next]")!.GetAttribute("href")!);
        names.AddRange(page.Texts("[data-test=groups] h3"));
        Assert.Equal(Enumerable.Range(1, 42).Select(number => $"KIM Dasawisma {number:00}"), names);
        Assert.Null(page.Find("a[rel=next]"));
    }

    [Fact]
    public async Task The_directory_narrows_by_theme()
    {
        await _bazaar.Booth(Saliki, kim: "KIM Kuliner Contoh");
        await new Cast(app.Services).Kim("KIM Tanpa Tema Contoh", RegionCode.Parse(Saliki));
        var page = await app.Visitor().Visit($"/kim?wilayah={Saliki}&tema=kuliner");
        Assert.Contains("KIM Kuliner Contoh", page.Texts("[data-test=groups] h3"));
        Assert.DoesNotContain("KIM Tanpa Tema Contoh", page.Texts("[data-test=groups] h3"));
    }

    [Theory]
    [InlineData("/kim?wilayah=99.99")]
    [InlineData("/kim?wilayah=abc&sesudah=%00")]
    [InlineData("/kim?sesudah=bukan-kunci")]
    public async Task An_odd_filter_never_breaks_the_directory(string address)
    {
        var page = await app.Visitor().Visit(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_kim_nobody_verified_has_no_storefront() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit("/kim/kim-belum-ada")).Status);
}
