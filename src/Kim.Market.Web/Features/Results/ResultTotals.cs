using System.Text.Json;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;

namespace Kim.Market.Web.Features.Results;

/// <summary>What one month brought to a metric.</summary>
public sealed record MonthTotal(short Metric, DateOnly Month, long Rows, long Amount);

/// <summary>How many KIM are dormant, of all that ever were active, and when the last order was completed.</summary>
public sealed record MarketPulse(int Dormant, int Groups, DateTime? LastOrder, string? Regencies);

/// <summary>Every figure of the result page, from one reading.</summary>
public sealed record ResultSummary(IReadOnlyList<MonthTotal> Months, MarketPulse Pulse)
{
    /// <summary>By what was sold there, most first.</summary>
    public IReadOnlyList<LedgerPlace> Regencies { get; } =
        Pulse.Regencies is { } json ? JsonSerializer.Deserialize(json, LedgerDeskJson.Default.LedgerPlaceArray)! : [];

    /// <summary>The same as a list that is opened.</summary>
    public IReadOnlyList<RankedResult> Ranked => [.. Regencies.Select(row => new RankedResult($"~/hasil/wilayah/{row.Code}", row.Name!, row.Total))];

    public long Total(LedgerFigure figure) =>
        Months.Where(month => month.Metric == (short)figure.Metrics[0]).Sum(month => figure.Measure == Measure.Rupiah ? month.Amount : month.Rows);

    /// <summary>How much of a metric fell into these months.</summary>
    public long Count(Metric metric, DateOnly from) =>
        Months.Where(month => month.Metric == (short)metric && month.Month >= from).Sum(month => month.Rows);
}

/// <summary>Reads the figures of the result page.</summary>
public sealed class ResultTotals(LedgerSource source)
{
    private const int MostRegencies = 60;

    private static readonly short[] Counted =
    [
        (short)Metric.AwakeGroup, (short)Metric.ActiveBusiness, (short)Metric.CompletedOrder, (short)Metric.PlacedOrder, (short)Metric.UnansweredOrder,
    ];

    public async Task<ResultSummary> ReadAsync(CancellationToken ct)
    {
        await using var batch = source.Db.CreateBatch();
        batch.Add(
            $"""
            select metric, date_trunc('month', at at time zone 'Asia/Makassar')::date as month, count(*) as rows, sum(amount)::bigint as amount
            from ledger_entries
            where metric = any({Counted}) and ended_recorded = 'infinity'
            group by 1, 2 order by 1, 2
            """);
        batch.Add(
            $"""
            select count(*) filter (where status = {(short)GroupStatus.Dormant})::int as dormant, count(*)::int as groups,
                   (select max(at) from ledger_entries where metric = {(short)Metric.CompletedOrder} and ended_recorded = 'infinity') as last_order,
                   (select jsonb_agg(x) from (
                       select within.code, r.name, within.total
                       from (
                           select left(village, 5) as code, sum(amount)::bigint as total
                           from ledger_entries where metric = {(short)Metric.CompletedOrder} and ended_recorded = 'infinity'
                           group by 1) within
                       join app.regions r on r.code = within.code
                       order by within.total desc, within.code
                       limit {MostRegencies}) x)::text as regencies
            from groups
            where status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var months = await reader.RowsAsync<MonthTotal>(ct);
        await reader.NextResultAsync(ct);
        return new(months, (await reader.RowsAsync<MarketPulse>(ct))[0]);
    }
}
