using System.Globalization;
using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Assessments;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Contests;

/// <summary>A contest is judged by what was known before, after nobody can enter any more, and everybody reads the table.</summary>
public sealed class ContestTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _goods = null!;
    private string _story = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall());
        _story = (await _cast.Story(_goods)).Slug;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_the_announcement_to_the_winner_on_the_page_of_the_KIM_and_in_its_assessment()
    {
        var officer = await AnnounceAsync();
        var open = officer.Find("public-page")!.GetAttribute("href")!;
        var curator = await _cast.Curator(_goods.Stall.Kim);
        await _app.Told();
        var board = await _app.As(curator).Visit("/akun/kabar");
        Assert.Contains(board.Texts("news"), said => said.StartsWith("Lomba untuk KIM: Cerita desa terbaik", StringComparison.Ordinal));
        await board.Submit("open-news");
        Assert.EndsWith("/lomba", board.Path, StringComparison.Ordinal);

        await board.Submit("enter-form", ("Input.Title", "Amplang dari tepi sungai"), ("Input.Text", "Tiga bersaudara."), ("Input.Address", "https://contoh.example/berita"));
        Assert.Contains("Tulis alamat halaman milik KIM ini", board.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tiga bersaudara.", board.Page.QuerySelector("textarea")!.TextContent.Trim()); // nothing typed is lost
        await board.Submit("enter-form", ("Input.Title", "Amplang dari tepi sungai"), ("Input.Text", "Tiga bersaudara."), ("Input.Address", $"https://pasar.example/cerita/{_story}?dari=wa"));
        Assert.Contains($"/cerita/{_story}", board.Text("own-entry"), StringComparison.Ordinal);

        using (var engine = _app.CreateClient())
        {
            Assert.Contains($"{open}<", await engine.GetStringAsync(new Uri("/peta-situs/lomba-0.xml", UriKind.Relative), Ct), StringComparison.Ordinal);
        }

        var visitor = await _app.Visitor().Visit(open);
        Assert.Equal("menerima karya", visitor.Text("state"));
        Assert.Contains("1 karya", visitor.Text("entered"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tiga bersaudara", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await officer.Visit(officer.Path)).Find("score-form"));

        _app.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Contains("Tiga bersaudara", (await visitor.Visit(open)).Text("entry"), StringComparison.Ordinal);
        officer = await _app.As(await _cast.Officer()).Visit(officer.Path);
        await officer.Submit("decide-form");
        Assert.Contains("belum dinilai", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("score-form", ("Input.Scores[0]", "101"), ("Input.Scores[1]", "70"));
        Assert.Contains("angka 0 sampai 100", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("score-form", ("Input.Scores[0]", "81"), ("Input.Scores[1]", "70"));
        await officer.Submit("decide-form");
        Assert.Equal("pemenangnya sudah diumumkan", officer.Text("state"));

        Assert.Contains("76,6", (await visitor.Visit(open)).Text("place"), StringComparison.Ordinal); // 81 × 60 % + 70 × 40 %
        Assert.Contains("Juara 1", visitor.Text("place"), StringComparison.Ordinal);
        foreach (var path in new[] { "/hasil/wilayah/64.02", "/hasil/wilayah/64.02.15.1004", $"/hasil/kim/{await SlugAsync(_goods.Stall.Kim)}" })
        {
            var results = await _app.Visitor().Visit(path);
            Assert.Contains("Amplang dari tepi sungai", results.Text("practices"), StringComparison.Ordinal);
            Assert.Equal($"/cerita/{_story}", results.Find("practices")!.QuerySelector("a")!.GetAttribute("href"));
        }

        Assert.Null((await _app.Visitor().Visit("/hasil/wilayah/64.71")).Find("practices"));
        await visitor.Visit(visitor.Find("place")!.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Juara 1 Cerita desa terbaik", visitor.Text("won"), StringComparison.Ordinal);
        Assert.Equal(1, (await _app.Services.GetRequiredService<AssessmentFigures>().OfAsync(_goods.Stall.Kim.Value, Ct))[AssessmentItem.Achievements]);
        await officer.Visit($"/dinas/penilaian/{_goods.Stall.Kim}");
        Assert.Null(officer.Page.QuerySelector("[name='Input.Answers[Achievements].Level']"));
        Assert.NotNull(officer.Page.QuerySelector("[name='Input.Answers[Partnerships].Level']"));
    }

    [Fact]
    public async Task Ten_presses_are_one_entry_and_nobody_judges_their_own_KIM()
    {
        var officer = await AnnounceAsync();
        var kim = _goods.Stall.Kim;
        var board = await _app.As(await _cast.Curator(kim)).Visit($"/kelola/{await SlugAsync(kim)}/lomba");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await board.Http.SendAsync(
            board.Filled("enter-form", ("Input.Title", "Amplang"), ("Input.Text", "Tiga bersaudara."), ("Input.Address", $"/cerita/{_story}")), Ct)).Dispose()));
        await officer.Visit(officer.Path);
        Assert.Single(officer.All("entry"));

        _app.Clock.Advance(TimeSpan.FromDays(21));
        var both = await _cast.Curator(kim);
        await _cast.Appoint(both);
        var partial = await _app.As(both).Visit(officer.Path);
        await partial.Submit("score-form", ("Input.Scores[0]", "100"), ("Input.Scores[1]", "100"));
        Assert.Contains("tidak menilai karyanya", partial.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dinilai 0 petugas", partial.Text("given"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.As(await _cast.Officer("64.71")).Visit(officer.Path)).Status);
    }

    [Fact]
    public async Task A_KIM_of_another_region_hears_and_sees_nothing_of_it()
    {
        var far = await _cast.Kim("KIM Kota Contoh", RegionCode.Parse("64.71.01.1001"));
        await AnnounceAsync();
        await _app.Told();
        var board = await _app.As(await _cast.Curator(far)).Visit($"/kelola/{await SlugAsync(far)}/lomba");

        Assert.NotNull(board.Find("empty"));
        Assert.Empty((await board.Visit("/akun/kabar")).All("news"));
    }

    private async Task<Browser> AnnounceAsync()
    {
        var officer = await _app.As(await _cast.Officer()).Visit("/dinas/lomba/tulis");
        var today = DateOnly.FromDateTime(_app.Clock.GetUtcNow().AddHours(8).DateTime);
        await officer.Submit(
            "contest-form", ("Input.Title", "Cerita desa terbaik"), ("Input.About", "Satu cerita tentang satu pembuat."), ("Input.Criteria", "Isi cerita: 60 %\nFoto, 40"),
            ("Input.OpensOn", Iso(today)), ("Input.ClosesOn", Iso(today.AddDays(20))), ("Input.Winners", "1"));
        Assert.Equal("menerima karya", officer.Text("state"));
        return officer;
    }

    private async Task<string> SlugAsync(Id<Domain.Groups.Group> kim) =>
        (await _app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), Ct)).Single();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
