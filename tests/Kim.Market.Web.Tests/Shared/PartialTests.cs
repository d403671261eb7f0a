using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kim.Market.Web.Tests.Shared;

public class PartialTests
{
    private static readonly ProductCard Amplang = new(
        "amplang-nila", "Amplang Ikan Nila 250 g", 25_000, 28_000, "Rp10.000 per 100 g", "Dapur Nila", "Sari Jaya, Sanga Sanga",
        "a1b2", "Amplang Ikan Nila dari Dapur Nila", "Turun 11%", "cut", SoldOut: false);

    public PartialTests() => Languages.Speak(Languages.Indonesian);

    [Fact]
    public async Task A_product_card_tells_name_price_maker_and_place()
    {
        await using var app = await ShellApp.Start();

        var card = (await app.Grid(new([Amplang]))).QuerySelector("[data-test=product-card]")!;

        Assert.Equal("/p/amplang-nila", card.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal("25000", card.QuerySelector("data")!.GetAttribute("value"));
        Assert.Equal("Rp25.000", card.QuerySelector("data")!.TextContent);
        Assert.Equal("Rp28.000", card.QuerySelector("s")!.TextContent);
        Assert.Equal("Turun 11%", card.QuerySelector(".on-photo[data-tone=cut]")!.TextContent);
        Assert.Equal("Dapur NilaSari Jaya, Sanga Sanga", card.QuerySelector(".from")!.TextContent);
        Assert.False(card.HasAttribute("data-off"));
    }

    [Fact]
    public async Task A_photo_comes_in_three_widths_and_two_formats_where_it_is_shown_large()
    {
        await using var app = await ShellApp.Start();

        var photo = await app.Drawn(draw => draw.Photo(new("a1b2", "Amplang") { Sizes = "100vw" }));

        Assert.Equal("/foto/a1b2-320.webp 320w, /foto/a1b2-640.webp 640w, /foto/a1b2-1280.webp 1280w", photo.QuerySelector("source[type='image/webp'][sizes='100vw']")!.GetAttribute("srcset"));
        var img = photo.QuerySelector("picture > img[sizes='100vw']")!;
        Assert.Equal("/foto/a1b2-320.jpg 320w, /foto/a1b2-640.jpg 640w, /foto/a1b2-1280.jpg 1280w", img.GetAttribute("srcset"));
        Assert.Equal("/foto/a1b2-640.jpg", img.GetAttribute("src"));
    }

    [Fact]
    public async Task A_card_shows_its_light_photo_on_every_screen_and_waits_until_it_is_seen()
    {
        await using var app = await ShellApp.Start();

        var photo = await app.Drawn(draw => draw.Photo(new("a1b2", "Amplang")));

        Assert.Equal("/foto/a1b2-320.webp", photo.QuerySelector("source")!.GetAttribute("srcset"));
        var img = photo.QuerySelector("img")!;
        Assert.Equal(("/foto/a1b2-320.jpg", null), (img.GetAttribute("src"), img.GetAttribute("srcset")));
        Assert.Equal("lazy", img.GetAttribute("loading"));
        Assert.Equal(("320", "400"), (img.GetAttribute("width"), img.GetAttribute("height")));
        Assert.False(img.HasAttribute("fetchpriority"));
    }

    [Fact]
    public async Task The_photo_a_page_is_about_comes_first()
    {
        await using var app = await ShellApp.Start();

        var photo = (await app.Drawn(draw => draw.Photo(new("a1b2", "Amplang") { Load = PhotoLoad.First }))).QuerySelector("img")!;

        Assert.Equal("high", photo.GetAttribute("fetchpriority"));
        Assert.False(photo.HasAttribute("loading"));
    }

    [Fact]
    public async Task A_product_without_a_photo_stands_in_the_studio_and_one_without_stock_says_so()
    {
        await using var app = await ShellApp.Start();

        var card = await app.Grid(new([Amplang with { PictureHash = null, Label = null, SoldOut = true }]));

        Assert.Equal("Amplang Ikan Nila dari Dapur Nila", card.QuerySelector(".studio img")!.GetAttribute("alt"));
        Assert.Equal("Habis", card.QuerySelector(".on-photo")!.TextContent);
        Assert.NotNull(card.QuerySelector("[data-off]"));
    }

    [Fact]
    public async Task Only_the_first_row_of_a_grid_loads_at_once()
    {
        await using var app = await ShellApp.Start();

        var grid = await app.Grid(new([Amplang, Amplang, Amplang]) { FirstRow = 1, Heading = 2 });

        Assert.Equal([null, "lazy", "lazy"], grid.QuerySelectorAll("img").Select(photo => photo.GetAttribute("loading")));
        Assert.Equal(3, grid.QuerySelectorAll("h2").Length);
        Assert.False(grid.QuerySelector("ul")!.HasAttribute("data-strip"));
    }

    [Theory]
    [InlineData("KIM Tepian Sanga", "TS")]
    [InlineData("Dapur Nila Sari Jaya", "DN")]
    [InlineData("KIM", "K")]
    [InlineData("", "")]
    public void A_monogram_takes_the_words_that_tell_groups_apart(string name, string letters) =>
        Assert.Equal(letters, new Monogram(name).Letters);

    [Fact]
    public async Task A_pager_leads_to_neighbours_and_vanishes_without_any()
    {
        await using var app = await ShellApp.Start();

        var middle = await app.Drawn("", (draw, url) => draw.Pager(url, new("~/cari?sebelum=9", "~/cari?sesudah=12")));
        var alone = await app.Drawn("", (draw, url) => draw.Pager(url, new(null, null)));
        var named = await app.Drawn("", (draw, url) => draw.Pager(url, new(null, "~/kim/a?usaha=1") { Of = "Usaha" }));

        Assert.Equal("Halaman: Usaha", named.QuerySelector("nav")!.GetAttribute("aria-label")); // beside another one on the same page
        Assert.Equal("/cari?sebelum=9", middle.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/cari?sesudah=12", middle.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Empty(alone.Children);
    }

    [Fact]
    public async Task Crumbs_lead_back_to_home_and_end_where_we_are()
    {
        await using var app = await ShellApp.Start();

        var crumbs = await app.Drawn("/pasar", (draw, url) => draw.Crumbs(url, new("Desa <satu>", "~/desa?a=1&b=2"), new("Batuah & sekitarnya")));

        Assert.Equal(["/pasar/", "/pasar/desa?a=1&b=2"], crumbs.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Beranda", "Desa <satu>", "Batuah & sekitarnya"], crumbs.QuerySelectorAll("li").Select(crumb => crumb.TextContent));
        Assert.Equal("Batuah & sekitarnya", crumbs.QuerySelector("[aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task A_timeline_marks_what_is_now_and_what_comes_next()
    {
        await using var app = await ShellApp.Start();
        TimelineItem[] items =
        [
            new("Dipesan", When: "21 November", At: new(2026, 11, 21, 5, 2, 0, TimeSpan.Zero)),
            new("Menunggu pembayaran", TimelineState.Now),
            new("Diantar", TimelineState.Next) { Note = "bersama KIM" },
        ];

        var timeline = (await app.Render("_Timeline", items)).QuerySelectorAll("[data-test=timeline-item]");

        Assert.Equal([null, "now", "next"], timeline.Select(item => item.GetAttribute("data-state")));
        Assert.Equal("2026-11-21T05:02:00Z", timeline[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("bersama KIM", timeline[2].QuerySelector("small")!.TextContent);
    }

    [Fact]
    public async Task The_summary_of_errors_leads_to_each_field()
    {
        await using var app = await ShellApp.Start();
        var state = new ModelStateDictionary();
        state.AddModelError("", "Pesanan sudah berubah.");
        state.AddModelError("Input.Phone", "Baru 8 angka.");

        var summary = (await app.Render("_ErrorSummary", model: null, state)).QuerySelector("[data-test=refusal]")!;

        Assert.Equal("#Input_Phone", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Pesanan sudah berubah.", summary.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 isian perlu diperbaiki", summary.TextContent, StringComparison.Ordinal);
    }
}
