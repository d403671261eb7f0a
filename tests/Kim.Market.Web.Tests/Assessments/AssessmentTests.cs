using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Notices;

namespace Kim.Market.Web.Tests.Assessments;

/// <summary>An office assesses its KIM: the platform counts, an officer answers, everybody reads what is for everybody.</summary>
public sealed class AssessmentTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task An_officer_assesses_the_board_reads_why_and_everybody_reads_the_class()
    {
        var (kim, slug) = await OpenKim();
        var chair = await _cast.Curator(kim, GroupRole.Chair);
        var reader = await app.Visitor().Visit($"/kim/{slug}"); // kept before there is a class
        Assert.Null(reader.Find("class-link"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/kim/{slug}/penilaian")).Status);

        var officer = app.As(await _cast.Officer());
        await officer.Visit("/dinas");
        await officer.Visit(officer.Find("assessments-link")!.GetAttribute("href")!);
        Assert.Contains("Belum dinilai", officer.Text("classes"), StringComparison.Ordinal);
        await officer.Visit($"/dinas/penilaian/{kim}");
        Assert.Contains("Pesanan setahun terakhir", officer.Text("figures"), StringComparison.Ordinal);
        await officer.Submit("assess-form");
        Assert.Contains("Jawab semua", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("assess-form", [.. Answers("Partly"), ("Input.Answers[Secretariat].Note", "Tanya 0812 0000 9001")]);
        Assert.Contains("Jangan tulis nomor telepon", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("assess-form", [.. Answers("Full"), ("Input.Answers[Secretariat].Note", "Menumpang di balai")]);
        Assert.Contains("Pemula", officer.Text("class"), StringComparison.Ordinal);
        Assert.Contains("Menumpang di balai", officer.Text("assessment"), StringComparison.Ordinal);

        await app.Told();
        var board = await app.As(chair).Visit("/akun/kabar");
        Assert.Contains("KIM dinilai dinas: Pemula", board.Page.Body!.TextContent, StringComparison.Ordinal);
        await board.Visit($"/kelola/{slug}/penilaian");
        Assert.Contains("Menumpang di balai", board.Text("assessment"), StringComparison.Ordinal);
        Assert.Contains("Menuju Berkembang", board.Text("next"), StringComparison.Ordinal);
        Assert.Contains("tiga cerita", board.Text("next"), StringComparison.Ordinal);

        await reader.Visit($"/kim/{slug}");
        Assert.Contains("Pemula", reader.Text("class-link"), StringComparison.Ordinal);
        await reader.Visit(reader.Find("class-link")!.GetAttribute("href")!);
        Assert.Contains("Kelembagaan", reader.Text("aspects"), StringComparison.Ordinal);
        Assert.DoesNotContain("Menumpang", reader.Page.Body!.TextContent, StringComparison.Ordinal);

        using var file = await officer.Http.GetAsync("/dinas/penilaian?handler=Csv", TestContext.Current.CancellationToken);
        Assert.Contains(
            (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n"),
            line => line.Contains("Pemula", StringComparison.Ordinal) && line.EndsWith("rubrik bawaan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_platform_counts_what_it_knows()
    {
        var (kim, _) = await OpenKim();
        await app.Marketplace.TellAsync(kim, (Group known) => known.RecordNationalId("KIM-0001", app.Clock.GetUtcNow()), new Metadata(), default);
        await app.Marketplace.TellAsync(
            kim, (Group known) => known.Describe(new([], null, null, null, 7, 5, [], HasStatutes: true), app.Clock.GetUtcNow()), new Metadata(), default);
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/penilaian/{kim}");
        var rows = officer.All("figure").ToDictionary(row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim(), row => row.QuerySelector("td")!.TextContent.Trim());
        Assert.StartsWith("1", rows["Produk tayang"], StringComparison.Ordinal);
        Assert.StartsWith("1", rows["Lapak aktif"], StringComparison.Ordinal);
        Assert.Equal("ada (Ya)", rows["Nomor kim.id"]);
        Assert.Equal("ada (Ya)", rows["Daftar anggota terbaru"]);
        Assert.Equal("belum ada (Belum)", rows["SK yang berlaku"]);
        Assert.Equal("0 (Belum)", rows["Pengurus lengkap"]);
        Assert.True(officer.Page.QuerySelector("input[name='Input.Answers[Statutes].Level'][value=Full]")!.HasAttribute("checked")); // as the register has it
    }

    [Fact]
    public async Task The_same_form_twice_is_one_assessment()
    {
        var (kim, _) = await OpenKim();
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/penilaian/{kim}");
        using var once = officer.Filled("assess-form", Answers("Full"));
        using var twice = officer.Filled("assess-form", Answers("None"));
        using var first = await officer.Http.SendAsync(once, TestContext.Current.CancellationToken);
        using var second = await officer.Http.SendAsync(twice, TestContext.Current.CancellationToken);
        Assert.Equal(first.RequestMessage!.RequestUri, second.RequestMessage!.RequestUri);
        Assert.Single(await app.Db.QueryAsync($"select assessment_id from assessments where group_id = {kim.Value}", row => row.GetGuid(0), default));
    }

    [Fact]
    public async Task Another_rubric_changes_no_assessment_and_may_keep_the_class_from_everybody()
    {
        // a kecamatan of its own: rubrics of the kabupaten are other tests'
        var (kim, slug) = await OpenKim("64.08.05.2004");
        await _cast.Assess(kim, RegionCode.Parse("64.08"));
        var page = await app.Visitor().Visit($"/kim/{slug}");
        Assert.Contains("Berkembang", page.Text("class-link"), StringComparison.Ordinal);

        var officer = await app.As(await _cast.Officer("64.08.05")).Visit("/dinas/penilaian/rubrik");
        await officer.Submit("rubric-form", ("Input.Weights[0]", "7"));
        Assert.Contains("jumlahnya 100", officer.Text("refusal"), StringComparison.Ordinal);
        await officer.Submit("rubric-form", ("Input.Weights[0]", "6"), ("Input.Labels[0]", "Tunas"), ("Input.MiddleFrom", "60"));
        Assert.Contains("Versi 1", officer.Text("rubric-version"), StringComparison.Ordinal);
        await officer.Visit($"/dinas/penilaian/{kim}");
        Assert.Contains("Berkembang", officer.Text("class"), StringComparison.Ordinal);
        await officer.Submit("assess-form", Answers("None"));
        Assert.Contains("Tunas", officer.Text("class"), StringComparison.Ordinal);
        Assert.Contains("rubrik versi 1", officer.Text("assessment"), StringComparison.Ordinal);
        Assert.Contains("Berkembang", officer.Text("before"), StringComparison.Ordinal);

        await officer.Visit("/dinas/penilaian/rubrik");
        await officer.Submit("rubric-form", ("Input.IsPublic", "false"), ("Input.Weights[5]", "0"), ("Input.Weights[13]", "13"));
        await page.Visit($"/kim/{slug}");
        Assert.Null(page.Find("class-link"));
        await officer.Visit($"/dinas/penilaian/{kim}"); // what has no weight is not asked any more
        Assert.Null(officer.Page.QuerySelector("input[name='Input.Answers[Reports].Level']"));
        await officer.Submit("assess-form", [.. Answers("Full").Where(answer => !answer.Item1.Contains("Reports", StringComparison.Ordinal))]);
        Assert.Contains("rubrik versi 2", officer.Text("assessment"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/kim/{slug}/penilaian")).Status);
    }

    [Fact]
    public async Task An_auditor_reads_and_an_office_beside_does_not()
    {
        var (kim, _) = await OpenKim();
        var auditor = await app.As(await _cast.Officer("64.02", OfficeRole.Auditor)).Visit($"/dinas/penilaian/{kim}");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Null(auditor.Find("assess-form"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(await _cast.Officer("64.08")).Visit($"/dinas/penilaian/{kim}")).Status);
    }

    private static (string, string)[] Answers(string level) => [.. AssessmentCriterion.All.Where(criterion => !criterion.IsMeasured).Select(criterion => ($"Input.Answers[{criterion.Item}].Level", level))];

    private async Task<(Id<Group> Kim, string Slug)> OpenKim(string seat = "64.02.15.1004")
    {
        var kim = await _cast.Kim($"KIM {Cast.Mark()}", RegionCode.Parse(seat));
        await _cast.Goods(await _cast.Stall(kim: kim));
        return (kim, (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single());
    }
}
