using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Notices;

namespace Kim.Market.Web.Tests.Potentials;

/// <summary>A KIM writes down what its village has, an officer looks, and then the village's page says it.</summary>
public sealed class PotentialTests(MarketApp app)
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.01.2005");

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task What_a_writer_writes_is_read_by_all_once_an_officer_has_looked()
    {
        var (kim, slug) = await Kim();
        var reader = app.Visitor();
        await reader.Visit($"/desa/{Village}"); // kept before there is anything
        Assert.DoesNotContain("Danau Uji Kabut", reader.Page.Body!.TextContent, StringComparison.Ordinal);

        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit("/kelola");
        await writer.Visit(writer.Find("potentials-link")!.GetAttribute("href")!);
        Assert.NotNull(writer.Find("empty"));
        await writer.Visit(writer.Find("write-link")!.GetAttribute("href")!);
        await writer.Submit(
            "potential-form", ("Input.Village", Village.Value), ("Input.Kind", "Tourism"), ("Input.Title", "Danau Uji Kabut"),
            ("Input.Text", "Danau dengan <b>burung</b> dan ikan."), ("Input.Months", "7"), ("Input.Figures[0].Name", "Tangkapan ikan"),
            ("Input.Figures[0].Amount", "1.234,5"), ("Input.Figures[0].Unit", "ton/tahun"), ("Input.Figures[0].Year", "2025"),
            ("Input.Figures[0].Source", "Profil desa"), ("Input.Route", "Ketinting dari dermaga 1 jam."), ("Input.Ticket", "25 rb"),
            ("Input.Need", "Dermaga yang lebih panjang."), ("Input.From", "180 juta"), ("Input.To", "240 juta"), ("Input.Readiness", "LandReady"));
        Assert.Equal($"/kelola/{slug}/potensi", writer.Path);
        Assert.Contains("menunggu dinas", writer.Text("desk-potential"), StringComparison.Ordinal);
        await reader.Visit($"/desa/{Village}");
        Assert.DoesNotContain("Danau Uji Kabut", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        await reader.Visit("/potensi/danau-uji-kabut");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);

        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit("/dinas");
        await officer.Visit(officer.Find("potentials-link")!.GetAttribute("href")!);
        await Decide(officer, "Danau Uji Kabut", "confirm");
        Assert.Equal("/dinas/potensi", officer.Path);

        await reader.Visit($"/desa/{Village}");
        Assert.Contains("Kunjungi", reader.Text("intents"), StringComparison.Ordinal);
        var journey = reader.All("journey").Single(found => found.TextContent.Contains("Danau Uji Kabut", StringComparison.Ordinal));
        Assert.Contains("Rp25.000", journey.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ketinting dari dermaga 1 jam.", journey.TextContent, StringComparison.Ordinal);
        var opening = reader.All("opening").Single(found => found.TextContent.Contains("Danau Uji Kabut", StringComparison.Ordinal));
        Assert.Contains("Rp180\u00a0juta–Rp240\u00a0juta", opening.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.234,5\u00a0ton/tahun", reader.Page.QuerySelector("#investasi")!.TextContent, StringComparison.Ordinal);

        await reader.Visit(journey.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("/potensi/danau-uji-kabut", reader.Path);
        Assert.Contains("Danau dengan <b>burung</b> dan ikan.", reader.Text("potential"), StringComparison.Ordinal);
        Assert.NotNull(reader.Find("no-offer"));
        Assert.Equal(2, reader.Find("history")!.QuerySelectorAll("li").Length);
        Assert.Equal($"/kim/{slug}", reader.Page.QuerySelector("[data-test=credit] a")!.GetAttribute("href"));

        await reader.Visit($"/en/desa/{Village}");
        Assert.Contains("Visit", reader.Text("intents"), StringComparison.Ordinal);
        Assert.Contains("not an offer of securities", reader.Page.QuerySelector("#investasi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_confirmed_stays_on_show_until_the_change_is()
    {
        var (kim, _) = await Kim();
        var (id, slug) = await Shown(kim, Named("Kerupuk Uji Tetap"));
        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/potensi/{id}");
        await writer.Submit("potential-form", ("Input.Title", "Kerupuk Uji Tetap"), ("Input.Text", "Sekarang juga malam hari."));

        var reader = app.Visitor();
        await reader.Visit($"/potensi/{slug}");
        Assert.Contains("Dijemur di titian sepanjang desa.", reader.Text("potential"), StringComparison.Ordinal);
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit("/dinas/potensi");
        await Decide(officer, "Kerupuk Uji Tetap", "confirm");
        await reader.Visit($"/potensi/{slug}");
        Assert.Contains("Sekarang juga malam hari.", reader.Text("potential"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_confirms_only_what_they_have_read()
    {
        var (kim, _) = await Kim();
        var (id, slug) = await _cast.Potential(kim, Named("Kerupuk Uji Dua Tangan"), Village);
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit("/dinas/potensi"); // reads the first text …
        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/potensi/{id}");
        await writer.Submit("potential-form", ("Input.Text", "Yang ini belum dibaca siapa pun."));

        await Decide(officer, "Kerupuk Uji Dua Tangan", "confirm"); // … and confirms it too late

        Assert.Contains("Ada yang berubah", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        var reader = app.Visitor();
        await reader.Visit($"/potensi/{slug}");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_waits_again_once_put_right()
    {
        var (kim, slug) = await Kim();
        await _cast.Potential(kim, Named("Kerupuk Uji Kembali"), Village);
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit("/dinas/potensi");
        await Decide(officer, "Kerupuk Uji Kembali", "return", ("Input.Reason", "Sumber angkanya belum ada."));

        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/{slug}/potensi");
        Assert.Equal("Sumber angkanya belum ada.", writer.Text("note"));
        await writer.Visit(writer.Page.QuerySelector("[data-test=desk-potential] a")!.GetAttribute("href")!);
        await writer.Submit("potential-form", ("Input.Text", "Sumbernya sekarang ada."));
        Assert.Contains("menunggu dinas", writer.Text("desk-potential"), StringComparison.Ordinal);
        Assert.Null(writer.Find("note"));
    }

    [Fact]
    public async Task What_is_taken_away_leaves_the_village_and_says_why()
    {
        var (kim, _) = await Kim();
        var (id, slug) = await Shown(kim, Named("Kerupuk Uji Tarik"));
        var reader = app.Visitor();
        await reader.Visit($"/desa/{Village}/potensi?jenis=Fishery");
        Assert.Contains("Kerupuk Uji Tarik", reader.Page.Body!.TextContent, StringComparison.Ordinal);

        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/potensi/{id}");
        await writer.Submit("withdraw-form", ("Input.Reason", "Kelompoknya bubar."));

        await reader.Visit($"/desa/{Village}/potensi?jenis=Fishery");
        Assert.DoesNotContain("Kerupuk Uji Tarik", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        await reader.Visit($"/potensi/{slug}");
        Assert.Contains("Kelompoknya bubar.", reader.Text("potential"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dijemur", reader.Text("potential"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_hears_what_waits_and_whoever_may_write_hears_what_became_of_it()
    {
        var (kim, slug) = await Kim();
        var (author, looks) = (await _cast.Curator(kim, GroupRole.Writer), await _cast.Officer("64.02"));
        var writer = await app.As(author).Visit($"/kelola/{slug}/potensi/tulis");
        await writer.Submit("potential-form", ("Input.Village", Village.Value), ("Input.Title", "Kerupuk Uji Kabar"), ("Input.Text", "Dijemur di titian."));
        await app.Told();
        var officer = app.As(looks);
        Assert.Contains(await officer.News(), said => said.StartsWith("Potensi desa Kerupuk Uji Kabar menunggu diperiksa", StringComparison.Ordinal));

        await officer.Visit("/dinas/potensi");
        await Decide(officer, "Kerupuk Uji Kabar", "confirm");
        await app.Told();
        await writer.Visit("/akun/kabar");
        var heard = Assert.Single(writer.Texts("news"));
        Assert.StartsWith("Potensi desa Kerupuk Uji Kabar sekarang tampil", heard, StringComparison.Ordinal);
        await writer.Submit("open-news");
        Assert.Equal($"/kelola/{slug}/potensi", writer.Path);
    }

    [Fact]
    public async Task A_figure_that_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        var (kim, slug) = await Kim();
        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/{slug}/potensi/tulis");
        await writer.Submit(
            "potential-form", ("Input.Village", Village.Value), ("Input.Title", "Kerupuk"), ("Input.Text", "Teks yang tetap ada."),
            ("Input.Figures[0].Amount", "1.9"), ("Input.Figures[0].Year", "tahun lalu"), ("Input.Lodging", "3 homestay"), ("Input.From", "180 juta"), ("Input.Spot", "-0,5 116,1"));

        Assert.NotNull(writer.Page.QuerySelector("#Input_Spot-salah"));
        Assert.Contains("2.318 atau 1,9", writer.Page.QuerySelector("#Input_Figures_0__Amount-salah")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(writer.Page.QuerySelector("#Input_Figures_0__Year-salah"));
        Assert.NotNull(writer.Page.QuerySelector("#Input_Figures_0__Source-salah"));
        Assert.NotNull(writer.Page.QuerySelector("#Input_Route-salah"));
        Assert.NotNull(writer.Page.QuerySelector("#Input_Need-salah"));
        Assert.True(writer.Find("visit-box")!.HasAttribute("open"));
        Assert.Equal("Teks yang tetap ada.", writer.Page.QuerySelector("#Input_Text")!.TextContent);
        Assert.Equal("1.9", writer.Page.QuerySelector("#Input_Figures_0__Amount")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("64.02.02.2001")] // a village of another kecamatan
    [InlineData("64.02.01")] // the kecamatan itself
    [InlineData("apa saja")]
    public async Task A_KIM_writes_only_of_villages_where_it_works(string village)
    {
        var (kim, slug) = await Kim();
        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/{slug}/potensi/tulis");
        await writer.Submit("potential-form", ("Input.Village", village), ("Input.Title", "Kerupuk"), ("Input.Text", "Bukan desa kami."));

        Assert.NotNull(writer.Page.QuerySelector("#Input_Village-salah"));
        await writer.Visit($"/kelola/{slug}/potensi");
        Assert.NotNull(writer.Find("empty"));
    }

    [Fact]
    public async Task A_KIM_of_a_kecamatan_writes_of_each_of_its_villages()
    {
        var kim = await _cast.Kim(village: RegionCode.Parse("64.02.01"));
        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/{await SlugOf(kim)}/potensi/tulis");

        var choices = writer.Page.QuerySelectorAll("#Input_Village option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Contains(Village.Value, choices);
        Assert.All(choices, choice => Assert.StartsWith("64.02.01.", choice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_form_sent_ten_times_at_once_is_one_potential()
    {
        var (kim, slug) = await Kim();
        var command = Guid.CreateVersion7();
        var member = await _cast.Curator(kim);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            var writer = app.As(member);
            await writer.Visit($"/kelola/{slug}/potensi/tulis");
            await writer.Submit(
                "potential-form", ("Input.Command", command.ToString()), ("Input.Village", Village.Value), ("Input.Title", "Kerupuk Sekali"),
                ("Input.Text", "Satu saja."));
        }));

        var desk = app.As(member);
        await desk.Visit($"/kelola/{slug}/potensi");
        Assert.Single(desk.All("desk-potential"));
    }

    [Fact]
    public async Task A_figure_that_has_grown_old_stays_with_its_age()
    {
        var (kim, _) = await Kim();
        var old = new Figure("Penduduk", 2_318, "orang", 2020, "Data desa", null);
        var (_, slug) = await Shown(kim, Named("Kerupuk Uji Lama") with { Figures = [old, old with { Name = "Produksi", Year = 2026 }] });

        var reader = app.Visitor();
        await reader.Visit($"/potensi/{slug}");

        var rows = reader.Find("figures")!.QuerySelectorAll("tr");
        Assert.Contains("6 tahun lalu", rows[0].TextContent, StringComparison.Ordinal);
        Assert.True(rows[0].HasAttribute("data-stale"));
        Assert.False(rows[1].HasAttribute("data-stale"));
    }

    [Fact]
    public async Task A_wider_place_lists_what_lies_in_it_kind_by_kind_and_page_by_page()
    {
        var (kim, _) = await Kim();
        for (var i = 0; i < 26; i++)
        {
            await Shown(kim, Named($"Rotan Uji {i}") with { Kind = PotentialKind.Forestry });
        }

        var reader = app.Visitor();
        await reader.Visit("/desa/64.02.01/potensi?jenis=Forestry");
        var first = reader.All("potential-card").Select(card => card.TextContent).ToList();
        Assert.Equal(24, first.Count);
        await reader.Visit(reader.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = reader.All("potential-card").Select(card => card.TextContent).ToList();
        Assert.True(second.Count >= 2);
        Assert.Empty(first.Intersect(second));
        Assert.All(first.Concat(second), card => Assert.Contains("Kehutanan", card, StringComparison.Ordinal));
    }

    private static PotentialSheet Named(string title) =>
        new(PotentialKind.Fishery, title, "Dijemur di titian sepanjang desa.", [], [7, 8], null, null);

    private async Task<(Id<Group> Id, string Slug)> Kim()
    {
        var kim = await _cast.Kim(village: Village);
        return (kim, await SlugOf(kim));
    }

    private async Task<(Id<Potential> Id, string Slug)> Shown(Id<Group> kim, PotentialSheet sheet)
    {
        var written = await _cast.Potential(kim, sheet, Village);
        await _cast.Confirmed(written.Id);
        return written;
    }

    private static async Task Decide(Browser officer, string title, string button, params (string, string)[] fields)
    {
        var row = officer.All("office-potential").Single(found => found.TextContent.Contains(title, StringComparison.Ordinal));
        var form = row.QuerySelector($"[data-test={button}]")!.Closest("form")!;
        form.SetAttribute("data-test", "decided");
        await officer.Submit("decided", fields);
    }

    private async Task<string> SlugOf(Id<Group> kim) =>
        (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();
}
