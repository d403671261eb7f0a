using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Entries;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Entries;

/// <summary>A business that the office knows becomes a stall when its owner shows the code.</summary>
public class ClaimTests(MarketApp app)
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1002");

    private readonly Cast _cast = new(app.Services);
    private readonly string _name = $"Dapur Daftar {Cast.Mark()}";

    private EntryCodes Codes => app.Services.GetRequiredService<EntryCodes>();

    [Fact]
    public async Task A_line_is_plain_and_its_owner_claims_it_with_the_KIMs_code()
    {
        var entry = await _cast.Entry(_name, Village);
        var kim = await _cast.Kim(village: Village);
        var (curator, buyer) = (app.As(await _cast.Curator(kim)), app.Visitor());
        await buyer.Visit($"/desa/{Village}/terdaftar");
        Assert.Contains(buyer.Texts("entry"), line => line.StartsWith(_name, StringComparison.Ordinal));
        Assert.Contains("Terdaftar di daftar UMKM Kabupaten Kutai Kartanegara, belum berjualan di sini.", buyer.Text(".page-title"), StringComparison.Ordinal);
        Assert.Contains("dikenal dinas", (await buyer.Visit($"/desa/{Village}")).Text("listed"), StringComparison.Ordinal);

        var address = await Made(curator, "/kelola", entry);
        var owner = await app.Visitor().Visit(address);
        await owner.Submit("open-code");
        Assert.Equal(_name, owner.Text("h1"));
        await owner.Submit("claim");
        Assert.StartsWith("/undangan/", owner.Path, StringComparison.Ordinal);
        await owner.Submit(
            "join-form", ("Input.Name", "Bu Contoh"), ("Input.Login", $"0813{Random.Shared.Next(10_000_000, 99_999_999)}"), ("Input.Password", "rahasia-panjang"));
        await owner.Visit("/lapak");
        Assert.Contains(_name, owner.Text("stall"), StringComparison.Ordinal);

        Assert.DoesNotContain(_name, (await buyer.Visit($"/desa/{Village}/terdaftar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal([(short)1], await app.Db.QueryAsync(
            $"select e.status from directory_entries e join businesses b on b.business_id = e.business_id and b.group_id = {kim.Value} and b.village = {Village.Value} where e.entry_id = {entry}",
            row => row.GetInt16(0), default));
        await owner.Visit(address);
        await owner.Submit("open-code");
        Assert.Contains("tidak berlaku", owner.Text("refusal"), StringComparison.Ordinal);
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("directory_entries", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_five_who_claim_at_once_one_does_and_the_same_press_sent_again_leads_on()
    {
        var entry = await _cast.Entry(_name, Village);
        var kim = await _cast.Kim(village: Village);
        var code = await Codes.IssueAsync(Asker.Visitor, Desk.Group, kim.Value, entry, default);
        var people = new List<(Browser Browser, HttpRequestMessage Press)>();
        for (var i = 0; i < 5; i++)
        {
            var person = await app.Visitor().Visit($"/klaim?kode={code}");
            await person.Submit("open-code");
            people.Add((person, person.Filled("claim")));
        }

        var again = people[0].Browser.Filled("claim");
        var answers = await Task.WhenAll(people.Select(person => person.Browser.Http.SendAsync(person.Press)));

        Assert.Single(answers, answer => answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/undangan/", StringComparison.Ordinal));
        Assert.Equal([1L], await app.Db.QueryAsync($"select count(*) from businesses where name = {_name}", row => row.GetInt64(0), default));
        if (answers[0].RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/undangan/", StringComparison.Ordinal))
        {
            Assert.StartsWith("/undangan/", (await people[0].Browser.Http.SendAsync(again)).RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Five_wrong_endings_spend_a_code_and_looking_counts_as_none()
    {
        var entry = await _cast.Entry(_name, Village);
        var code = await Codes.IssueAsync(Asker.Visitor, Desk.Group, (await _cast.Kim(village: Village)).Value, entry, default);
        var wrong = code[..4] + (code[4..] == "2222" ? "3333" : "2222");
        var visitor = app.Visitor();
        for (var i = 0; i < 8; i++)
        {
            await visitor.Visit($"/klaim?kode={wrong}");
        }

        for (var i = 0; i < EntryCodes.MostTries - 1; i++)
        {
            Assert.Null(await Codes.OpenAsync(wrong, TestContext.Current.CancellationToken));
        }

        Assert.NotNull(await Codes.OpenAsync($" {code[..4].ToLowerInvariant()} - {code[4..]} ", TestContext.Current.CancellationToken));
        Assert.Null(await Codes.OpenAsync(wrong, TestContext.Current.CancellationToken));
        Assert.Null(await Codes.OpenAsync(code, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(code, (await app.Db.QueryAsync($"select c::text from app.entry_codes c where entry_id = {entry}", row => row.GetString(0), default))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_guess_at_once_five_are_heard()
    {
        var entry = await _cast.Entry(_name, Village);
        var code = await Codes.IssueAsync(Asker.Visitor, Desk.Group, (await _cast.Kim(village: Village)).Value, entry, default);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(guess => Codes.OpenAsync($"{code[..4]}2{"23456789ABCDEFGHJKMN"[guess]}22", TestContext.Current.CancellationToken)));

        Assert.Null(await Codes.OpenAsync(code, TestContext.Current.CancellationToken));
        Assert.Equal([(short)EntryCodes.MostTries], await app.Db.QueryAsync(
            $"select tries::smallint from app.entry_codes where entry_id = {entry}", row => row.GetInt16(0), default));
    }

    [Fact]
    public async Task A_code_ends_after_thirty_days_and_when_a_new_one_is_made()
    {
        var entry = await _cast.Entry(_name, Village);
        var kim = (await _cast.Kim(village: Village)).Value;
        var first = await Codes.IssueAsync(Asker.Visitor, Desk.Group, kim, entry, default);
        var second = await Codes.IssueAsync(Asker.Visitor, Desk.Group, kim, entry, default);

        Assert.Null(await Codes.OpenAsync(first, TestContext.Current.CancellationToken));
        Assert.NotNull(await Codes.OpenAsync(second, TestContext.Current.CancellationToken));
        await app.Db.ExecuteAsync($"update app.entry_codes set expires_at = {app.Clock.GetUtcNow()} where entry_id = {entry}", default);
        Assert.Null(await Codes.OpenAsync(second, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_KIM_gives_codes_only_in_its_own_villages_and_only_by_who_curates_there()
    {
        var entry = await _cast.Entry(_name, Village);
        var elsewhere = await _cast.Kim(village: RegionCode.Parse("64.02.06.1006"));
        var curator = await _cast.Curator(elsewhere);
        Assert.DoesNotContain(_name, (await app.As(curator).Visit($"/kelola/umkm-terdaftar?q={Uri.EscapeDataString(_name)}")).Text("main"), StringComparison.Ordinal);

        // writes in the KIM of the village, curates another
        var here = await _cast.Kim(village: Village);
        await _cast.Appoint(here, curator, GroupRole.Writer);
        var asker = new Asker(curator);
        var desk = app.Services.GetRequiredService<EntryDesk>();
        Assert.Null(await desk.ContactAsync(asker, Desk.Group, here.Value, entry, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(curator).Visit($"/kelola/umkm-terdaftar?di={here}")).Status);
        Assert.Null(await desk.ContactAsync(new Asker(await _cast.Officer("64.71")), Desk.Office, (await _cast.Office(RegionCode.Parse("64.71"))).Value, entry, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_officer_gives_codes_and_takes_lines_out_and_what_was_claimed_stays_when_the_list_is_undone()
    {
        await _cast.Kim(village: Village);
        var (claimed, other) = (await _cast.Entry(_name, Village), await _cast.Entry(_name + " Dua", Village));
        var officer = app.As(await _cast.Officer());
        var owner = await app.Visitor().Visit(await Made(officer, "/dinas", claimed));
        await owner.Submit("open-code");
        var curator = owner.Find("[name='Input.Kim']")?.GetAttribute("value");
        await owner.Submit("claim", curator is null ? [] : [("Input.Kim", curator)]);
        Assert.StartsWith("/undangan/", owner.Path, StringComparison.Ordinal);

        await Codes.IssueAsync(Asker.Visitor, Desk.Office, Guid.NewGuid(), other, default);
        await officer.Visit($"/dinas/umkm-terdaftar?q={Uri.EscapeDataString(_name)}");
        await officer.Submit("withdraw", ("Input.Entry", other.ToString()));
        Assert.Contains("dikeluarkan", officer.Text("flash"), StringComparison.Ordinal);
        Assert.Equal([0L], await app.Db.QueryAsync($"select count(*) from app.entry_codes where entry_id = {other}", row => row.GetInt64(0), default));
        Assert.DoesNotContain(_name, (await app.Visitor().Visit($"/desa/{Village}/terdaftar")).Text("main"), StringComparison.Ordinal);
        await officer.Visit("/dinas/umkm-terdaftar");
        var again = await officer.Post("/dinas/umkm-terdaftar?handler=Code", ("Input.Entry", claimed.ToString()));
        Assert.NotEqual(HttpStatusCode.OK, again.Status);
    }

    /// <summary>The address a desk's code leads to.</summary>
    private async Task<string> Made(Browser desk, string room, Guid entry)
    {
        await desk.Visit($"{room}/umkm-terdaftar?q={Uri.EscapeDataString(_name)}");
        await desk.Submit("make-code", ("Input.Entry", entry.ToString()));
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", desk.Text("code"));
        var address = new Uri(desk.Text("claim-address")).PathAndQuery;
        Assert.Null((await desk.Visit(desk.Path)).Find("code"));
        return address;
    }
}
