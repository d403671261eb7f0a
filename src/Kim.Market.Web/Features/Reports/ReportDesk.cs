using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Reports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Reports;

/// <summary>A report as it was issued, and where it is of.</summary>
public sealed record IssuedReport(ReportIssued Said, PaperCode Code, Region Region)
{
    /// <summary>Enough of the fingerprint to compare two papers by eye.</summary>
    public string Mark => Said.Fingerprint[..16];
}

/// <summary>Issues reports and finds those that were.</summary>
public sealed class ReportDesk(NpgsqlDataSource db, Marketplace market, ReportFacts facts, Places places, TimeProvider clock)
{
    private const int Shown = 24;

    /// <summary>Says the same as long as nothing changes: pressed twice it is one paper.</summary>
    public async Task<(string Code, Refusal? Refusal)> IssueAsync(Asker asker, Id<Office> office, DateOnly from, DateOnly until, bool isAsKnown, CancellationToken ct)
    {
        var known = (await market.LoadAsync<Office, OfficeEvent>(office, ct)).State!;
        var now = clock.GetUtcNow();
        var lines = await facts.CountAsync(known.Region, from, until, isAsKnown, ct);
        var report = Report.Of(office, known.Region, from, until, isAsKnown, known.Letterhead ?? new("", "", ""), lines, now);
        var before = (await market.LoadAsync<Report, ReportEvent>(report.Report, ct)).State;
        try
        {
            return (report.Code, await market.BeginAsync(report.Report, Report.Issue(before, report, DateFormat.DayIn(now, Zone.Wita)), asker.By(report.Report.Value), ct));
        }
        catch (StreamMovedException)
        {
            return (report.Code, null); // somebody pressed in the same moment: theirs says the same
        }
    }

    /// <summary>Those of one office, newest first; none for whoever is not of it.</summary>
    public async Task<List<ReportIssued>> OfAsync(Asker asker, Guid office, CancellationToken ct) => [.. (await db.RowsAsync<string>(
        $"""
        select r.report::text from reports r
        where r.office_id = {office} and exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = r.office_id)
        order by r.issued_at desc limit {Shown}
        """, ct)).Select(ReportRows.Read)];

    /// <summary>One of the asker's own office; null for any other.</summary>
    public Task<IssuedReport?> FindAsync(Asker asker, PaperCode code, CancellationToken ct) => ReadAsync(
        code,
        $"""
        select r.report::text from reports r
        where r.code = {code.Value} and exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = r.office_id)
        """, ct);

    /// <summary>For whoever holds the paper in their hands.</summary>
    public Task<IssuedReport?> FindAsync(PaperCode code, CancellationToken ct) => ReadAsync(code, $"select report::text from reports where code = {code.Value}", ct);

    private async Task<IssuedReport?> ReadAsync(PaperCode code, Sql sql, CancellationToken ct) =>
        await db.RowsAsync<string>(sql, ct) is [var row] && ReportRows.Read(row) is var said && await places.FindAsync(said.Region, ct) is { } region ? new(said, code, region) : null;
}
