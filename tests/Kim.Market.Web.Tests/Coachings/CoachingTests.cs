using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tests.Notices;

namespace Kim.Market.Web.Tests.Coachings;

/// <summary>An office plans, KIM answer, everybody reads what and when; each sees what is theirs.</summary>
public sealed class CoachingTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private DateOnly Day => DateFormat.DayIn(app.Clock.GetUtcNow(), Zone.Wita).AddDays(9);

    [Fact]
    public async Task An_office_plans_invites_and_hears_and_everybody_reads_what_and_when()
    {
        var name = $"KIM {Cast.Mark()}";
        var kim = await _cast.Kim(name);
        var chair = await _cast.Curator(kim, GroupRole.Chair);
        var title = $"Bimtek {Cast.Mark()}";
        var reader = await app.Visitor().Visit("/pembinaan"); // kept before there is anything
        Assert.DoesNotContain(title, reader.Page.Body!.TextContent, StringComparison.Ordinal);

        var officer = app.As(await _cast.Officer());
        await officer.Visit("/dinas");
        await officer.Visit(officer.Find("coachings-link")!.GetAttribute("href")!);
        await officer.Visit(officer.Find("plan-link")!.GetAttribute("href")!);
        await officer.Submit("coaching-form", [.. Planned(title), ("Input.Host", "Hubungi 0812 0000 9001")]);
        Assert.Contains("Jangan tulis nomor telepon", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("coaching-form", ("Input.Host", "Bidang IKP"));
        Assert.Contains("direncanakan", officer.Text("state"), StringComparison.Ordinal);
        var there = officer.Path;

        await officer.Visit($"{there}?cari={Uri.EscapeDataString(name)}");
        await officer.Submit("invite-form");
        Assert.Contains("Tidak ada KIM yang dimaksud", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Visit($"{there}?cari={Uri.EscapeDataString(name)}");
        await officer.Submit("invite-form", ("Input.Groups", kim.Value.ToString()));
        Assert.Contains("belum menjawab", officer.Text("invitation"), StringComparison.Ordinal);
        await officer.Submit("materials-form", ("Input.Materials", "Ringkasan\nhttps://contoh.id/materi"));

        await app.Told();
        var board = await app.As(chair).Visit("/akun/kabar");
        Assert.Contains($"KIM diundang: {title}", board.Page.Body!.TextContent, StringComparison.Ordinal);
        await board.Visit(await KimPage(kim));
        Assert.Equal("https://contoh.id/materi", board.Page.QuerySelector("[data-test=materials] a")!.TextContent);
        await board.Submit("come-form", ("Input.People", ""));
        Assert.Contains("Tulis berapa orang", board.Page.Body!.TextContent, StringComparison.Ordinal);
        await board.Submit("come-form", ("Input.People", "3"));
        Assert.Contains("datang dengan 3 orang", board.Text("said"), StringComparison.Ordinal);
        await officer.Visit(there);
        Assert.Contains("datang dengan 3 orang", officer.Text("invitation"), StringComparison.Ordinal);

        await reader.Visit("/pembinaan");
        Assert.Contains(title, reader.Page.Body!.TextContent, StringComparison.Ordinal);
        await reader.Visit(reader.All("coaching").First(row => row.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("09.00–12.00 WITA", reader.Text("facts"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, reader.Page.Body!.TextContent, StringComparison.Ordinal);

        // moved: the KIM hears why, the public page shows it
        await officer.Visit(officer.Find("change-coaching")!.GetAttribute("href")!);
        await officer.Submit("coaching-form", ("Input.Spot", "Balai Lain"));
        Assert.Contains("Tulis alasannya", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("coaching-form", ("Input.Spot", "Balai Lain"), ("Input.Reason", "Balai pertama dipakai"));
        await reader.Visit(reader.Path);
        Assert.Contains("Balai pertama dipakai", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Visit(there);
        await officer.Submit("hold");
        Assert.Contains("Harinya belum tiba", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Visit(there);
        await officer.Submit("cancel", ("Input.Reason", "Air pasang"));
        await app.Told();
        await board.Visit("/akun/kabar");
        Assert.Contains($"Pembinaan dibatalkan: {title}", board.Page.Body!.TextContent, StringComparison.Ordinal);
        await board.Visit(await KimPage(kim));
        Assert.Null(board.Find("come-form"));
    }

    [Fact]
    public async Task The_same_form_twice_is_one_coaching_and_a_place_elsewhere_is_refused()
    {
        var officer = await app.As(await _cast.Officer()).Visit("/dinas/pembinaan/tulis");
        var title = $"Temu {Cast.Mark()}";
        using var once = officer.Filled("coaching-form", Planned(title));
        using var twice = officer.Filled("coaching-form", Planned(title));
        using var first = await officer.Http.SendAsync(once, TestContext.Current.CancellationToken);
        using var second = await officer.Http.SendAsync(twice, TestContext.Current.CancellationToken);
        Assert.Equal(first.RequestMessage!.RequestUri, second.RequestMessage!.RequestUri);
        Assert.Single(await app.Db.QueryAsync($"select coaching_id from coachings where title = {title}", row => row.GetGuid(0), default));

        await officer.Visit("/dinas/pembinaan/tulis");
        await officer.Submit("coaching-form", Planned(title, "Saka, Sangkulirang"));
        Assert.Contains("di luar wilayah dinas Anda", officer.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_above_may_and_one_beside_or_an_auditor_may_not()
    {
        var kim = await _cast.Kim();
        var id = await _cast.Coaching(kim, RegionCode.Parse("64.02"));
        var above = await app.As(await _cast.Officer("64")).Visit($"/dinas/pembinaan/{id}");
        Assert.NotNull(above.Find("invite-form"));
        var auditor = await app.As(await _cast.Officer("64.02", OfficeRole.Auditor)).Visit($"/dinas/pembinaan/{id}");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Null(auditor.Find("invite-form"));
        var beside = await app.As(await _cast.Officer("64.08")).Visit($"/dinas/pembinaan/{id}");
        Assert.Equal(HttpStatusCode.NotFound, beside.Status);
        var other = await _cast.Kim("KIM Lain");
        var outsider = await app.As(await _cast.Curator(other)).Visit(await KimPage(other));
        Assert.NotNull(outsider.Find("empty"));
    }

    [Fact]
    public async Task An_invitation_by_pulse_means_only_the_region()
    {
        var near = await _cast.Kim();
        var far = await _cast.Kim("KIM Jauh", RegionCode.Parse("64.08.05.2004"));
        var id = await _cast.Coaching(await _cast.Kim(), RegionCode.Parse("64.02"));
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/pembinaan/{id}");
        await officer.Submit("invite-form", ("Input.Whom", "All"));
        var invited = await app.Db.QueryAsync($"select unnest(groups) from coachings where coaching_id = {id.Value}", row => row.GetGuid(0), default);
        Assert.Contains(near.Value, invited);
        Assert.DoesNotContain(far.Value, invited);
    }

    private (string, string)[] Planned(string title, string where = "Sari Jaya, Sanga Sanga") =>
    [
        ("Input.Title", title), ("Input.Topics", "Cahaya\nKeterangan"), ("Input.From", PastDay.Of(Day)), ("Input.Spot", "Balai Contoh"), ("Input.Where", where),
    ];

    private async Task<string> KimPage(Id<Group> kim) =>
        $"/kelola/{(await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single()}/pembinaan";
}
