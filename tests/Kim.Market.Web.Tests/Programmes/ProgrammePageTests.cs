using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Programmes;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Programmes;

/// <summary>A12 on its page: the rows of the ledger around a quarter, on the side where they belong, within the asker's region.</summary>
public sealed class ProgrammePageTests : IAsyncLifetime
{
    private const int Participants = 6;
    private const int Others = 9;

    private readonly MarketApp _app = new();
    private readonly List<Stall> _stalls = [];
    private Cast _cast = null!;
    private ProgrammeTime _time = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _time = ProgrammeTime.Known(DateFormat.DayIn(_app.Clock.GetUtcNow(), Zone.Wita))[1];
        var kim = await _cast.Kim();
        for (var stall = 0; stall < Participants + Others; stall++)
        {
            _stalls.Add(await _cast.Stall($"Usaha {stall}", kim));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task More_than_others_sold_is_proven_as_much_is_not_and_too_few_say_nothing()
    {
        foreach (var (at, stall) in _stalls.Index())
        {
            var came = at < Participants;
            await Sold(stall, _time.First.AddDays(-20), 100_000 + (at * 1_000));
            await Sold(stall, _time.First.AddDays(30), 9_000_000); // in the quarter: neither before nor after
            await Sold(stall, _time.Ends.AddDays(20), came ? 200_000 + (at * 2_000) : 100_000 + (at * 1_000));
            await Sold(stall, _time.Ends.AddDays(120), 9_000_000); // too late
            if (came)
            {
                await Checked(stall, _time.First.AddDays(10));
            }
        }

        var officer = await _app.As(await _cast.Officer()).Visit($"/dinas/dampak?triwulan={_time.Value}");
        Assert.Contains("Terbukti: +100 %", officer.Text("verdict"), StringComparison.Ordinal);
        Assert.Contains($"{Participants} dari {Participants}", officer.Text("participants"), StringComparison.Ordinal);
        Assert.Contains($"{Others} dari {Others}", officer.Text("comparables"), StringComparison.Ordinal);
        Assert.Equal(Participants, officer.All("participant").Count);

        // another office, another certificate, another quarter: nothing can be said, and nobody is named
        foreach (var (asker, query) in new[] { ("31.71", $"?triwulan={_time.Value}"), ("64.02", $"?triwulan={_time.Value}&program=umkm-bersertifikat-halal"), ("64.02", "?triwulan=1999-K1") })
        {
            var page = await _app.As(await _cast.Officer(asker)).Visit($"/dinas/dampak{query}");
            Assert.Contains("Terlalu sedikit", page.Text("verdict"), StringComparison.Ordinal);
            Assert.Null(page.Find("participant"));
        }

        // what an office takes out changes the figure
        foreach (var (at, stall) in _stalls[..Participants].Index())
        {
            await _app.Db.ExecuteAsync($"update ledger_entries set ended_recorded = now(), ended_at = at where metric = 3 and business_id = {stall.Id.Value} and at >= {Noon(_time.Ends)}", Ct);
            await Sold(stall, _time.Ends.AddDays(20), at % 2 == 0 ? 60_000 : 150_000);
        }

        await Moved();
        await officer.Visit(officer.Path);
        Assert.Contains("Tidak terbukti", officer.Text("verdict"), StringComparison.Ordinal);

        // two had it before the quarter: four are too few, and they are compared with nobody
        foreach (var stall in _stalls[..2])
        {
            await _app.Db.ExecuteAsync($"update ledger_entries set at = {Noon(_time.First.AddDays(-300))} where metric = {(short)Metric.Nib} and business_id = {stall.Id.Value}", Ct);
        }

        await Moved();
        await officer.Visit(officer.Path);
        Assert.Contains("Terlalu sedikit", officer.Text("verdict"), StringComparison.Ordinal);
        Assert.Null(officer.Find("participant"));
    }

    [Fact]
    public void Only_quarters_of_which_the_days_after_are_over_are_offered()
    {
        Assert.Equal(["2026-K2", "2026-K1", "2025-K4"], ProgrammeTime.Known(new(2026, 9, 29)).Take(3).Select(time => time.Value));
        Assert.Equal("2026-K1", ProgrammeTime.Known(new(2026, 9, 28))[0].Value);
    }

    [Fact]
    public async Task What_was_counted_is_counted_again_once_the_ledger_moves_and_is_told_to_nobody_else()
    {
        foreach (var (at, stall) in _stalls.Index())
        {
            await Sold(stall, _time.First.AddDays(-20), 100_000);
            await Sold(stall, _time.Ends.AddDays(20), at < Participants ? 300_000 : 100_000);
            await (at < Participants ? Checked(stall, _time.First.AddDays(10)) : Task.FromResult(0));
        }

        var address = $"/dinas/dampak?triwulan={_time.Value}";
        var officer = await _app.As(await _cast.Officer()).Visit(address);
        await _app.Db.ExecuteAsync($"update ledger_entries set amount = 600000 where amount = 300000", Ct);
        await _app.Db.ExecuteAsync($"update businesses set name = 'Usaha yang berganti nama' where business_id = {_stalls[0].Id.Value}", Ct);

        await officer.Visit(address);
        Assert.Contains("+200 %", officer.Text("verdict"), StringComparison.Ordinal); // nothing has come to the ledger
        Assert.Contains("Usaha yang berganti nama", officer.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Terlalu sedikit", (await _app.As(await _cast.Officer("31.71")).Visit(address)).Text("verdict"), StringComparison.Ordinal);

        await Moved();
        Assert.Contains("+500 %", (await officer.Visit(address)).Text("verdict"), StringComparison.Ordinal);
    }

    // As an entry does that comes or ends.
    private Task<int> Moved() => _app.Db.ExecuteAsync(
        $"insert into ledger_sums (bucket, rows, seals) values (0, 1, 1) on conflict (bucket) do update set rows = ledger_sums.rows + 1, seals = ledger_sums.seals + 1", Ct);

    private Task<int> Sold(Stall stall, DateOnly day, long amount) => Count(Metric.CompletedOrder, stall, day, amount);

    private Task<int> Checked(Stall stall, DateOnly day) => Count(Metric.Nib, stall, day, 0);

    private Task<int> Count(Metric metric, Stall stall, DateOnly day, long amount) => _app.Db.ExecuteAsync(
        $"""
        insert into ledger_entries (metric, subject, stream, version, at, recorded, amount, group_id, business_id, village, themes, sections, section_amounts, seal)
        values ({(short)metric}, {Guid.NewGuid()}, {Guid.NewGuid()}, 1, {Noon(day)}, {Noon(day)}, {amount}, {stall.Kim.Value}, {stall.Id.Value}, {Cast.Village.Value}, array[]::text[], array[]::text[], array[]::bigint[], 0)
        """, Ct);

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), Zone.Wita.Offset);
}
