using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Reports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Npgsql;

namespace Kim.Market.Web.Features.Reports;

/// <summary>Counts what a report says, by the statements behind the office's desk.</summary>
public sealed class ReportFacts(NpgsqlDataSource db, LedgerDesk desk)
{
    /// <summary>Places of a province, and of a kabupaten with many kecamatan.</summary>
    private const int MostPlaces = 60;

    /// <summary>Corrections are rare: between the two looks of a report hardly ever one comes in, three times in a row never.</summary>
    private const int Tries = 3;

    public async Task<IReadOnlyList<ReportLine>> CountAsync(RegionCode region, DateOnly from, DateOnly until, bool isAsKnown, CancellationToken ct)
    {
        var q = new LedgerQuestion(null, region, null, null, from, until, isAsKnown ? Sight.SaatItu : Sight.Terkoreksi);
        var seals = await SealsAsync(q, ct);
        for (var tried = 1; ; tried++)
        {
            var summary = await desk.ReadAsync(q, LedgerFigure.All, LedgerFigure.Turnover, ct);
            var since = await SealsAsync(q, ct);
            if (tried == Tries || seals.SequenceEqual(since))
            {
                return
                [
                    .. LedgerFigure.All.Zip(since, (figure, seal) => new ReportLine(ReportPart.Figure, figure.Slug, summary.Of(figure), summary.Before(figure), seal)),
                    .. summary.Months.Select(month => new ReportLine(ReportPart.Month, month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.Value, month.Orders, "")),
                    .. summary.Places.Where(place => place.Name is not null).Take(MostPlaces).Select(place => new ReportLine(ReportPart.Place, place.Code, place.Total, 0, "")),
                ];
            }

            seals = since;
        }
    }

    // Which rows a figure counts, and what each comes to: two that agree in the sum and not in this count something else.
    private async Task<List<string>> SealsAsync(LedgerQuestion q, CancellationToken ct)
    {
        SqlPart? all = null;
        foreach (var (figure, at) in LedgerFigure.All.Select((figure, at) => (figure, at)))
        {
            var one = SqlPart.Of(
                $"""
                select {at} as at, encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', l.metric, l.subject, l.stream, l.version, l.value), ',' order by l.metric, l.subject, l.stream, l.version), ''), 'UTF8')), 'hex') as seal
                from ({LedgerSql.Rows(figure, q)}) l
                """);
            all = all is { } so ? SqlPart.Of($"{so} union all {one}") : one;
        }

        return await db.RowsAsync<string>($"select seal from ({all!.Value}) seals order by at", ct);
    }
}
