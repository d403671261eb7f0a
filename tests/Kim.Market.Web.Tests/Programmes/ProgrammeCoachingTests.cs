using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Programmes;

/// <summary>A12 of a coaching: the panel follows who came, and says why it changed.</summary>
public sealed class ProgrammeCoachingTests : IAsyncLifetime
{
    private const int Participants = 6;
    private const int Others = 9;

    private readonly MarketApp _app = new();
    private readonly List<Stall> _stalls = [];
    private Cast _cast = null!;
    private Id<Coaching> _coaching;
    private DateOnly _day;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CoachingDesk Desk => _app.Services.GetRequiredService<CoachingDesk>();

    private AttendanceDesk Attendances => _app.Services.GetRequiredService<AttendanceDesk>();

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        var kim = await _cast.Kim();
        for (var stall = 0; stall < Participants + Others; stall++)
        {
            _stalls.Add(await _cast.Stall($"Usaha {stall}", kim));
        }

        _day = DateFormat.DayIn(_app.Clock.GetUtcNow(), Zone.Wita).AddDays(-130);
        _coaching = await _cast.Coaching(kim, RegionCode.Parse("64.02"), days: -130);
        foreach (var stall in _stalls[..Participants])
        {
            await Came(stall, "", Noon(_day).AddHours(-2)); // while it was going on
        }

        Assert.Null(await Desk.TellAsync(_coaching.Value, (known, now) => known.Hold(now), Asker.Visitor, Ct));
        foreach (var (at, stall) in _stalls.Index())
        {
            var grew = at < Participants - 1;
            await Sold(stall, _day.AddDays(-20), 100_000 + (at * 1_000));
            await Sold(stall, _day, 9_000_000); // on the day itself: neither before nor after
            await Sold(stall, _day.AddDays(20), grew ? 130_000 + (at * 1_300) : 100_000 + (at * 1_000));
            await Sold(stall, _day.AddDays(120), 9_000_000); // too late
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_corrected_list_changes_the_past_figure_and_the_page_says_why()
    {
        var officer = await _app.As(await _cast.Officer()).Visit("/dinas/dampak");
        await officer.Visit(officer.Find("held")!.GetAttribute("href")!);
        var first = officer.Text("verdict");
        Assert.Contains($"{Participants} dari {Participants}", officer.Text("participants"), StringComparison.Ordinal);
        Assert.Contains($"{Others} dari {Others}", officer.Text("comparables"), StringComparison.Ordinal);
        Assert.Equal(Participants, officer.All("participant").Count);
        Assert.NotNull(officer.Find("no-corrections"));

        // the sixth did not sell more, and was not there: somebody signed in the wrong row
        await officer.Visit($"/dinas/pembinaan/{_coaching}/hadir");
        var wrong = officer.All("attended").Single(row => row.TextContent.Contains(_stalls[Participants - 1].Name, StringComparison.Ordinal));
        await officer.Submit("strike-form", ("Input.Attendance", wrong.QuerySelector("[name='Input.Attendance']")!.GetAttribute("value")!), ("Input.Reason", "Salah baris di daftar hadir"));
        await officer.Visit($"/dinas/dampak/{_coaching}");
        var second = officer.Text("verdict");
        Assert.NotEqual(first, second);
        Assert.Contains("Terbukti: +30 %", second, StringComparison.Ordinal);
        var because = officer.Text("programme-correction");
        Assert.Contains($"{_stalls[Participants - 1].Name} dicoret: Salah baris di daftar hadir", because, StringComparison.Ordinal);
        Assert.Contains($"Sebelumnya {Figure(first)}", because, StringComparison.Ordinal);
        Assert.Contains("sesudahnya +30 % (terbukti)", because, StringComparison.Ordinal);
        await officer.Visit(officer.Page.QuerySelector("[data-test=participant] a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, officer.Status);

        // a sheet of paper turned up: one more was there
        await Came(_stalls[Participants], "Lembar kedua menyusul", null);
        await officer.Visit($"/dinas/dampak/{_coaching}");
        Assert.Contains("dicatat belakangan: Lembar kedua menyusul", officer.Texts("programme-correction")[0], StringComparison.Ordinal);
        Assert.Contains("Sebelumnya +30 % (terbukti)", officer.Texts("programme-correction")[0], StringComparison.Ordinal);
        Assert.Equal(2, officer.All("programme-correction").Count);
    }

    [Fact]
    public async Task Too_few_say_nothing_and_name_nobody_and_other_offices_do_not_ask()
    {
        var rows = await _app.Services.GetRequiredService<AttendanceBook>().OfAsync(new Asker(await _cast.Officer()), _coaching.Value, Ct);
        foreach (var row in rows.Take(2))
        {
            Assert.Null(await Attendances.StrikeAsync(row.AttendanceId, "Tidak hadir", Asker.Visitor, Ct));
        }

        var officer = await _app.As(await _cast.Officer("64.02", OfficeRole.Auditor)).Visit($"/dinas/dampak/{_coaching}");
        Assert.Contains("Terlalu sedikit", officer.Text("verdict"), StringComparison.Ordinal);
        Assert.Null(officer.Find("participant"));
        Assert.All(officer.Texts("programme-correction"), text => Assert.StartsWith("Satu usaha", text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.As(await _cast.Officer("64.08")).Visit($"/dinas/dampak/{_coaching}")).Status);
    }

    [Fact]
    public async Task Before_the_days_after_are_over_nothing_is_said()
    {
        var recent = await _cast.Coaching(_stalls[0].Kim, RegionCode.Parse("64.02"), days: -30);
        Assert.Null(await Desk.TellAsync(recent.Value, (known, now) => known.Hold(now), Asker.Visitor, Ct));
        var officer = await _app.As(await _cast.Officer()).Visit($"/dinas/dampak/{recent}");
        Assert.Contains("Belum bisa dikatakan", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(officer.Find("verdict"));
    }

    // "Terbukti: +25 %…" as corrections write it.
    private static string Figure(string verdict) =>
        $"{verdict[(verdict.IndexOf(": ", StringComparison.Ordinal) + 2)..(verdict.IndexOf('%', StringComparison.Ordinal) + 1)]} ({(verdict.StartsWith("Terbukti", StringComparison.Ordinal) ? "terbukti" : "tidak terbukti")})";

    private async Task Came(Stall stall, string reason, DateTimeOffset? at) => Assert.Null(await Attendances.CountAsync(
        _coaching.Value, new(stall.Id.Value, stall.Kim.Value, stall.Id.Value, stall.Name), new(1, null, null, reason), Asker.Visitor, Ct, at));

    private Task<int> Sold(Stall stall, DateOnly day, long amount) => _app.Db.ExecuteAsync(
        $"""
        insert into ledger_entries (metric, subject, stream, version, at, recorded, amount, group_id, business_id, village, themes, sections, section_amounts, seal)
        values ({(short)Metric.CompletedOrder}, {Guid.NewGuid()}, {Guid.NewGuid()}, 1, {Noon(day)}, {Noon(day)}, {amount}, {stall.Kim.Value}, {stall.Id.Value}, {Cast.Village.Value}, array[]::text[], array[]::text[], array[]::bigint[], 0)
        """, Ct);

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), Zone.Wita.Offset);
}
