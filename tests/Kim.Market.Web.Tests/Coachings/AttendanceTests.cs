using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Coachings;

/// <summary>Who is there says so with the code of the day, or an officer counts them; what is put right keeps its reason.</summary>
public sealed class AttendanceTests(MarketApp app)
{
    private static readonly RegionCode Region = RegionCode.Parse("64.02");

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Whoever_sees_the_code_is_there_once_however_often_they_press()
    {
        var stall = await _cast.Stall();
        var id = await _cast.Coaching(stall.Kim, Region, days: 0);
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/pembinaan/{id}");
        await officer.Visit(officer.Find("attended-link")!.GetAttribute("href")!);
        var code = string.Concat(officer.Text("attend-code").Where(char.IsAsciiDigit));
        Assert.Equal(6, code.Length);

        var owner = await app.As(stall.Owner).Visit($"/hadir?kode={code[..3]}+{code[3..]}");
        Assert.Equal($"/hadir/{code}", owner.Path);
        var presses = Enumerable.Range(0, 10).Select(_ => owner.Filled("attend-form")).ToList();
        foreach (var answer in await Task.WhenAll(presses.Select(press => owner.Http.SendAsync(press))))
        {
            Assert.Contains("Anda tercatat hadir", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await owner.Visit($"/hadir/{code}");
        Assert.Contains($"Untuk {stall.Name}", owner.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await app.Db.QueryAsync($"select attendance_id from attendances where coaching_id = {id.Value}", row => row.GetGuid(0), default));
        await officer.Visit(officer.Path);
        Assert.Contains(stall.Name, officer.Text("attended"), StringComparison.Ordinal);
        Assert.Contains("dengan kode", officer.Text("attended"), StringComparison.Ordinal);

        // a wrong code, somebody of nothing, another's stall
        Assert.Contains("Kode ini tidak berlaku", (await owner.Visit($"/hadir/{(code == "000000" ? "000001" : "000000")}")).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await app.As(Id<Member>.New()).Visit($"/hadir/{code}")).Find("nobody"));
        var other = await app.As((await _cast.Stall()).Owner).Visit($"/hadir/{code}");
        await other.Submit("attend-form", ("Input.As", stall.Id.Value.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task An_officer_counts_others_and_puts_right_with_a_reason_and_the_figures_follow()
    {
        var stall = await _cast.Stall(kim: await _cast.Kim("KIM Hadir", RegionCode.Parse("64.02.07.2003")), village: RegionCode.Parse("64.02.07.2003"));
        var id = await _cast.Coaching(stall.Kim, Region, days: 0);
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/pembinaan/{id}/hadir?kim={stall.Kim}");
        await officer.Submit("count-form", ("Input.People", "4"), ("Input.Women", "1"), ("Input.Men", "1"));
        Assert.Contains("harus berjumlah sama", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("count-form", ("Input.People", "4"), ("Input.Women", "3"), ("Input.Men", "1"));
        await officer.Visit($"/dinas/pembinaan/{id}/hadir?kim={stall.Kim}");
        await officer.Submit("count-form", ("Input.Who", stall.Id.Value.ToString()), ("Input.People", "2"));
        Assert.Contains("6 orang, 1 KIM", officer.Text("attended-sum"), StringComparison.Ordinal);
        await officer.Visit($"/dinas/pembinaan/{id}");
        await officer.Submit("hold");
        await new Bazaar(app).Settle();

        await officer.Visit("/dinas/angka/orang-dibina?wilayah=64.02.07");
        Assert.Contains("KIM Hadir", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Visit(officer.Page.QuerySelector("a[href*='/dinas/bukti/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.Contains("Hadir di pembinaan", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Visit("/dinas/angka/pembinaan-terlaksana");
        Assert.Contains("Bimtek foto produk", officer.Page.Body!.TextContent, StringComparison.Ordinal);

        await officer.Visit($"/dinas/pembinaan/{id}/hadir");
        await officer.Submit("strike-form", ("Input.Reason", ""));
        Assert.Contains("Tulis alasannya", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("strike-form", ("Input.Reason", "Tertukar dengan KIM lain"));
        Assert.Contains("2 orang", officer.Text("attended-sum"), StringComparison.Ordinal);
        Assert.Contains("dicoret: Tertukar dengan KIM lain", officer.Text("correction"), StringComparison.Ordinal);
        await new Bazaar(app).Settle();
        var counted = await app.Db.QueryAsync(
            $"select coalesce(sum(amount), 0)::int from ledger_entries where metric = 31 and group_id = {stall.Kim.Value} and ended_recorded = 'infinity'", row => row.GetInt32(0), default);
        Assert.Equal(2, counted.Single());
        await officer.Submit("again-form", ("Input.Reason", "Ternyata hadir"));
        Assert.Contains("6 orang", officer.Text("attended-sum"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await app.As(await _cast.Officer("64.08")).Visit($"/dinas/pembinaan/{id}/hadir")).Status);
    }

    [Fact]
    public async Task Coming_counts_as_something_a_KIM_did()
    {
        var kim = await _cast.Kim();
        var id = await _cast.Coaching(kim, Region, days: 0);
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/pembinaan/{id}/hadir?kim={kim}");
        await officer.Submit("count-form", ("Input.People", "2"));
        await new Bazaar(app).Settle();
        var board = await app.As(await _cast.Curator(kim, GroupRole.Chair)).Visit($"/kelola?di={kim.Value:N}");
        Assert.Contains(board.Texts("act"), act => act.StartsWith("Hadir di “Bimtek foto produk”", StringComparison.Ordinal));
        await board.Visit(board.Page.QuerySelector("[data-test=act] a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, board.Status);
    }
}
