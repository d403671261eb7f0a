using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Register;

public class RegisterTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_group_applies_with_five_answers_and_follows_its_application_by_a_link()
    {
        var visitor = app.Visitor();
        var name = Name();
        await Apply(visitor, name);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith("/kim/daftar/", visitor.Path, StringComparison.Ordinal);
        Assert.Equal($"Usulan {name} sudah masuk", visitor.Text("application"));
        Assert.Equal(["KIM diusulkan", "Diskominfo memeriksa usulan", "Ketua mendapat tautan untuk masuk"], visitor.Texts("[data-test=timeline-item] b"));
        await visitor.Visit("/kim/daftar/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task The_same_form_sent_ten_times_is_one_application()
    {
        var visitor = app.Visitor();
        var name = Name();
        await visitor.Visit("/kim/daftar");
        var forms = Enumerable.Range(0, 10).Select(_ => visitor.Filled("apply-form", Answers(name, "Sari Jaya, Sanga Sanga"))).ToList();
        var answers = await Task.WhenAll(forms.Select(form => visitor.Http.SendAsync(form)));

        Assert.Single(answers.Select(answer => answer.RequestMessage!.RequestUri!.PathAndQuery).Distinct());
        Assert.Equal([1L], await app.Db.QueryAsync($"select count(*) from groups where name = {name}", row => row.GetInt64(0), default));
    }

    [Fact]
    public async Task A_name_that_several_places_bear_is_asked_back_and_nothing_typed_is_lost()
    {
        var visitor = app.Visitor();
        var name = Name();
        await visitor.Visit("/kim/daftar");
        await visitor.Submit("apply-form", Answers(name, "Batuah"));

        Assert.Equal("/kim/daftar", visitor.Path);
        var choices = visitor.Texts("[data-test=meant-places] label");
        Assert.Contains(choices, choice => choice.Contains("Loa Janan", StringComparison.Ordinal));
        Assert.Equal(name, visitor.Find("[name='Input.Name']")!.GetAttribute("value"));

        var code = visitor.All("[name='Input.Place']")[0].GetAttribute("value")!;
        await visitor.Submit("apply-form", [.. Answers(name, "Batuah"), ("Input.Place", code)]);
        Assert.Equal($"Usulan {name} sudah masuk", visitor.Text("application"));
        Assert.Equal([code], await app.Db.QueryAsync($"select seat from groups where name = {name}", row => row.GetString(0), default));
    }

    [Theory]
    [InlineData("Sari Jya, Sanga Sanga", true)]
    [InlineData("64.02.15.1004", true)]
    [InlineData("Desa yang tidak ada di mana pun", false)]
    [InlineData("%", false)]
    public async Task A_village_is_found_as_people_write_it(string typed, bool isFound)
    {
        var visitor = app.Visitor();
        await visitor.Visit("/kim/daftar");
        await visitor.Submit("apply-form", Answers(Name(), typed));
        Assert.Equal(isFound, visitor.Path != "/kim/daftar" || visitor.Find("meant-places") is not null);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task Only_the_office_of_the_region_sees_who_applied_and_decides()
    {
        var visitor = app.Visitor();
        var name = Name();
        await Apply(visitor, name);
        var slug = await SlugOf(await IdOf(name));
        var here = app.As(await Officer("64.02"));
        await here.Visit("/dinas/kim?keadaan=Proposed&q=" + Uri.EscapeDataString(name));
        Assert.Contains(name, here.Text("register-row"), StringComparison.Ordinal);
        await here.Visit($"/dinas/kim/{slug}");
        Assert.Contains("Pengusul Contoh", here.Text("applicant"), StringComparison.Ordinal);
        Assert.Contains("0812-0000-0077", here.Text("applicant"), StringComparison.Ordinal);

        var elsewhere = app.As(await Officer("64.08"));
        await elsewhere.Visit($"/dinas/kim/{slug}");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        var auditor = app.As(await Officer("64.02", OfficeRole.Auditor));
        await auditor.Visit($"/dinas/kim/{slug}");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Null(auditor.Find("verify"));

        await here.Submit("verify");
        Assert.Equal("Diperiksa", here.Text("status"));
        await visitor.Visit(visitor.Path);
        Assert.Equal($"{name} sudah terdaftar", visitor.Text("application"));
    }

    [Fact]
    public async Task An_application_that_is_turned_down_says_why_to_whoever_sent_it()
    {
        var visitor = app.Visitor();
        var name = Name();
        await Apply(visitor, name);
        var officer = app.As(await Officer("64.02"));
        await officer.Visit($"/dinas/kim/{await SlugOf(await IdOf(name))}");
        await officer.Submit("reject", ("Input.Note", "Telepon 0812 3456 7890"));
        Assert.Contains("Jangan tulis nomor telepon", officer.Text("refusal"), StringComparison.Ordinal);

        await officer.Submit("reject", ("Input.Note", "Lampirkan SK kepala desa."));
        Assert.Equal("Ditolak", officer.Text("status"));
        await visitor.Visit(visitor.Path);
        Assert.Contains("Lampirkan SK kepala desa.", visitor.Text("notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_decree_names_two_KIM_and_is_one_paper()
    {
        var (first, second) = (await _cast.Kim(), await _cast.Kim());
        var officer = app.As(await Officer("64.02"));
        var number = $"470/kominfo-b/{Guid.NewGuid().ToString("N")[..8]}";
        foreach (var kim in new[] { first, second })
        {
            await officer.Visit($"/dinas/kim/{await SlugOf(kim)}");
            await officer.Submit(
                "decree-form", ("Input.Number", number), ("Input.Issuer", "RegentOrMayor"), ("Input.IssuedOn", "2025-02-01"), ("Input.ValidUntil", "2028-02-01"));
        }

        Assert.Contains(number, officer.Text("decree"), StringComparison.Ordinal);
        Assert.Contains("menyebut 2 KIM", officer.Text("decree"), StringComparison.Ordinal);
        Assert.Equal([1L], await app.Db.QueryAsync($"select count(*) from decrees where number = {number}", row => row.GetInt64(0), default));

        await officer.Upload("paper-form", "Input.Paper", "%PDF-1.7 sk"u8.ToArray());
        var scan = officer.Find("paper")!.GetAttribute("href")!;
        await AssertOpens(scan, await _cast.Curator(first, GroupRole.Chair), HttpStatusCode.OK);
        await AssertOpens(scan, await _cast.Curator(first), HttpStatusCode.NotFound);
        await AssertOpens(scan, await Officer("64.08"), HttpStatusCode.NotFound);

        await officer.Submit("strike");
        Assert.Null(officer.Find("decree"));
        await officer.Visit($"/dinas/kim/{await SlugOf(first)}");
        Assert.DoesNotContain("menyebut", officer.Text("decree"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_of_a_KIM_are_kept_and_what_cannot_be_is_refused()
    {
        var kim = await _cast.Kim();
        var officer = app.As(await Officer("64.02"));
        await officer.Visit($"/dinas/kim/{await SlugOf(kim)}");
        await officer.Submit("describe-form", ("Profile.TermFrom", "2025-01-01"), ("Profile.TermUntil", "2024-01-01"));
        Assert.Contains("Masa bakti berakhir sebelum mulai", officer.Text("refusal"), StringComparison.Ordinal);
        await officer.Submit("describe-form", ("Profile.Area", "64.02.15, Sanga"));
        Assert.Contains("bukan kode wilayah", officer.Text("refusal"), StringComparison.Ordinal);

        await officer.Submit(
            "describe-form", ("Profile.FoundedOn", "2020-05-01"), ("Profile.TermFrom", "2024-01-01"), ("Profile.TermUntil", "2027-12-31"), ("Profile.Women", "7"),
            ("Profile.Men", "5"), ("Profile.Area", "64.02.15"), ("Profile.Sections", "Business"));

        var facts = officer.Text(".facts");
        Assert.Contains("7 perempuan, 5 laki-laki", facts, StringComparison.Ordinal);
        Assert.Contains("1 Mei 2020", facts, StringComparison.Ordinal);
        Assert.Contains("Usaha dan UMKM", facts, StringComparison.Ordinal);
        Assert.Contains("64.02.15", facts, StringComparison.Ordinal);

        // what is known stands in the form, whichever other form was refused
        await officer.Submit("[formaction*=NationalId], form[action*=NationalId]", ("Input.NationalId", ""));
        Assert.NotEqual("", officer.Text("refusal"));
        Assert.Equal("7", officer.Find("[name='Profile.Women']")!.GetAttribute("value"));
        Assert.Equal("2024-01-01", officer.Find("[name='Profile.TermFrom']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_rules_of_the_office_say_how_many_make_a_KIM()
    {
        var visitor = app.Visitor();
        var name = Name();
        await Apply(visitor, name, "64.07.05.2008"); // a regency of its own: its rules disturb nobody else
        var officer = app.As(await Officer("64.07"));
        await officer.Visit("/dinas/aturan");
        await officer.Submit("rules-form", ("Input.MinMembers", "10"));
        await officer.Visit($"/dinas/kim/{await SlugOf(await IdOf(name))}");
        await officer.Submit("describe-form", ("Profile.Women", "4"), ("Profile.Men", "5"), ("Profile.FoundedIn", "2015"), ("Profile.HasStatutes", "false"));
        Assert.Contains("2015", officer.Text(".facts"), StringComparison.Ordinal);
        Assert.Equal("2015", officer.Find("[name='Profile.FoundedIn']")!.GetAttribute("value"));
        while (officer.Find("too-few") is null)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await officer.Visit(officer.Path);
        }

        await officer.Submit("verify");
        Assert.Contains("kurang dari 10 orang", officer.Text("refusal"), StringComparison.Ordinal);
        await officer.Submit("describe-form", ("Profile.Men", "6"));
        await officer.Submit("verify");
        Assert.Equal("Diperiksa", officer.Text("status"));
    }

    private static string Name() => $"KIM Usulan {Guid.NewGuid().ToString("N")[..8]}";

    private static (string, string)[] Answers(string name, string village) =>
    [
        ("Input.Name", name), ("Input.Village", village), ("Input.Community", "kuliner"), ("Input.Applicant", "Pengusul Contoh"),
        ("Input.WhatsApp", "0812-0000-0077"),
    ];

    private static async Task Apply(Browser visitor, string name, string village = "Sari Jaya, Sanga Sanga")
    {
        await visitor.Visit("/kim/daftar");
        await visitor.Submit("apply-form", Answers(name, village));
    }

    private async Task<Id<Group>> IdOf(string name) =>
        (await app.Db.QueryAsync($"select group_id from groups where name = {name}", row => new Id<Group>(row.GetGuid(0)), default)).Single();

    private async Task<string> SlugOf(Id<Group> kim) =>
        (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();

    private async Task AssertOpens(string paper, Id<Member> member, HttpStatusCode status)
    {
        using var answer = await app.As(member).Alone().GetAsync(new Uri(paper, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        }
    }

    private Task<Id<Member>> Officer(string region, OfficeRole role = OfficeRole.Officer) => _cast.Officer(region, role);
}
