using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Search;

public class IndexTests(MarketApp app)
{
    private const string LongLalang = "64.02.12.2002";

    private readonly Bazaar _bazaar = new(app);

    [Fact]
    public async Task Words_find_products_and_say_how_many()
    {
        var booth = await _bazaar.Booth(LongLalang);
        await _bazaar.Goods(booth, "Tumpi Zebrata Manis");
        await _bazaar.Goods(booth, "Tumpi Zebrata Asin");
        await _bazaar.Settle();

        var page = await app.Visitor().Visit("/cari?q=zebrata");

        Assert.Equal("2 produk untuk “zebrata”", page.Text("h1"));
        Assert.Equal(2, page.All("product-card").Count);
        Assert.Equal("zebrata", page.Find("#q")!.GetAttribute("value"));
        Assert.Null(page.Find("notice"));
    }

    [Fact]
    public async Task A_slip_of_the_finger_still_finds_and_says_that_it_guessed()
    {
        await _bazaar.Goods(await _bazaar.Booth(LongLalang), "Wajik Quinabara");
        await _bazaar.Settle();

        var page = await app.Visitor().Visit("/cari?q=quinabra");

        Assert.Contains("Wajik Quinabara", page.Texts("[data-test=product-card] h2"));
        Assert.StartsWith("Mungkin maksud Anda", page.Text("notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_and_where_stand_beside_what()
    {
        var booth = await _bazaar.Booth(LongLalang, kim: "KIM Xantosari", business: "Warung Xantosari");
        await _bazaar.Settle();

        var page = await app.Visitor().Visit("/cari?q=xantosari");

        Assert.Equal(
            [$"/toko/{booth.BusinessSlug}", $"/kim/{booth.KimSlug}"],
            page.All("found-place").Select(place => place.GetAttribute("href")));
        Assert.Equal("Tidak ketemu yang Anda cari", page.Text("[data-test=empty] h2"));
    }

    [Fact]
    public async Task What_lies_in_a_stall_that_will_open_again_is_found_last_and_says_when()
    {
        var away = await _bazaar.Booth(LongLalang);
        var open = await _bazaar.Beside(away, LongLalang, "Dapur Sebelah");
        await _bazaar.Goods(open, "Tumpi Yolanura");
        await _bazaar.Goods(away, "Wajik Yolanura", "kerajinan/gerabah");
        await _bazaar.Settle();
        Assert.Equal("Wajik Yolanura", (await app.Visitor().Visit("/cari?q=yolanura")).Texts("[data-test=product-card] h2")[0]);
        var shelf = await Shelf();

        var back = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(9);
        await Tell(away, stall => stall.Close(null, app.Clock.GetUtcNow()));
        await _bazaar.Settle();
        Assert.Equal(["Tumpi Yolanura"], (await app.Visitor().Visit("/cari?q=yolanura")).Texts("[data-test=product-card] h2"));
        await Tell(away, stall => stall.Close(back, app.Clock.GetUtcNow()));
        await _bazaar.Settle();
        var found = await app.Visitor().Visit("/cari?q=yolanura");
        Assert.Equal(["Tumpi Yolanura", "Wajik Yolanura"], found.Texts("[data-test=product-card] h2"));
        Assert.StartsWith($"Mulai lagi {back.Day} ", found.Text(".on-photo[data-tone=season]"), StringComparison.Ordinal);
        Assert.Equal(shelf - 1, await Shelf());
        Assert.Equal("Wajik Yolanura", (await Walk("/cari?kategori=kerajinan/gerabah"))[^1]);
        Assert.Single(await Walk("/cari"), name => name == "Wajik Yolanura");

        var before = app.Clock.GetUtcNow().AddDays(-10);
        await Tell(away, stall => stall.Reopen(before));
        await Tell(away, stall => stall.Close(DateOnly.FromDateTime(before.UtcDateTime).AddDays(4), before));
        await _bazaar.Settle();
        Assert.Equal("Belum buka lagi", (await app.Visitor().Visit("/cari?q=yolanura")).Text(".on-photo[data-tone=season]"));

        await Tell(away, stall => stall.Reopen(app.Clock.GetUtcNow()));
        await _bazaar.Settle();
        Assert.Equal("Wajik Yolanura", (await app.Visitor().Visit("/cari?q=yolanura")).Texts("[data-test=product-card] h2")[0]);
        Assert.Equal(shelf, await Shelf());

        async Task<List<string>> Walk(string? path)
        {
            var (visitor, names) = (app.Visitor(), new List<string>());
            while (path is not null)
            {
                names.AddRange((await visitor.Visit(path)).Texts("[data-test=product-card] h2"));
                path = visitor.Find("a[rel=next]")?.GetAttribute("href");
            }

            return names;
        }

        async Task<int> Shelf() => (await app.Db.QueryAsync(
            $"select coalesce(sum(products), 0)::int from shelf_counts where category = 'kerajinan/gerabah'", row => row.GetInt32(0), default)).Single();

        async Task Tell(Booth booth, Func<Business, Decision<BusinessEvent>> decide) =>
            Assert.Null(await app.Marketplace.TellAsync(booth.Business, decide, new Metadata(), default));
    }

    [Fact]
    public async Task A_section_narrows_the_findings_and_keeps_the_words()
    {
        var booth = await _bazaar.Booth(LongLalang);
        await _bazaar.Goods(booth, "Vortensia Kering");
        await _bazaar.Goods(booth, "Vortensia Bibit", category: "pertanian/tanaman-hias");
        await _bazaar.Settle();

        var page = await app.Visitor().Visit("/cari?q=vortensia");

        Assert.Equal(
            ["/cari?q=vortensia&kategori=pertanian", "/cari?q=vortensia&kategori=makanan-olahan"],
            page.All("section-chip").Select(chip => chip.GetAttribute("href")));

        await page.Visit("/cari?q=vortensia&kategori=pertanian");

        Assert.Equal("1 produk untuk “vortensia”", page.Text("h1"));
        Assert.Equal(["Vortensia Bibit"], page.Texts("[data-test=product-card] h2"));
    }

    [Theory]
    [InlineData("/cari?q=pagarnusa", "Pagarnusa", "jasa/jahit")]
    [InlineData("/cari?kategori=wisata", "Kelokasri", "wisata/homestay")]
    public async Task Turning_the_pages_shows_everything_once(string address, string name, string category)
    {
        var booth = await _bazaar.Booth(LongLalang);
        for (var i = 0; i < 27; i++)
        {
            await _bazaar.Goods(booth, $"{name} {i}", category);
        }

        await _bazaar.Settle();
        var visitor = await app.Visitor().Visit(address);
        List<string?> seen = [.. Links(visitor)];
        while (visitor.Find("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            await visitor.Visit(next);
            seen.AddRange(Links(visitor));
        }

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(27, seen.Count);
        Assert.StartsWith("27 produk", visitor.Text("h1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cari?sesudah=tidak-sah")]
    [InlineData("/cari?q=amplang&sesudah=%27%3B--")]
    [InlineData("/cari?kategori=tidak/ada")]
    [InlineData("/cari?kategori=%00&q=%00")]
    [InlineData("/cari?q=%F0%9F%90%9F")]
    [InlineData("/cari?q=a&q=b&lain=1")]
    [InlineData("/cari?q=%25%27%22%5C%3A%2A")]
    public async Task An_odd_address_is_answered_like_any_other(string address)
    {
        var page = await app.Visitor().Visit(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEqual("", page.Text("h1"));
    }

    [Fact]
    public async Task What_is_typed_too_long_is_searched_as_far_as_it_goes_and_not_lost()
    {
        var typed = string.Join(' ', Enumerable.Repeat("amplang", 30));

        var page = await app.Visitor().Visit("/cari?q=" + Uri.EscapeDataString(typed));

        Assert.StartsWith("Hanya 80 huruf pertama", page.Text("notice"), StringComparison.Ordinal);
        Assert.Equal(typed, page.Find("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Signs_alone_show_everything_and_say_why()
    {
        var page = await app.Visitor().Visit("/cari?q=%21%21");

        Assert.StartsWith("Tulis setidaknya satu huruf", page.Text("notice"), StringComparison.Ordinal);
        Assert.EndsWith("produk di semua lapak", page.Text("h1"), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Links(Browser page) =>
        page.All("[data-test=product-card] a").Select(link => link.GetAttribute("href"));
}
