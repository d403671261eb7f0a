using System.Data;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>What a figure comes to on the day that was asked for, and a year before.</summary>
public sealed record LedgerTotal(string Slug, long Now, long Before);

/// <summary>What a month brought.</summary>
public sealed record LedgerMonth(DateOnly Month, long Orders, long Value);

/// <summary>What a place within the asked one has.</summary>
public sealed record LedgerPlace(string Code, string? Name, long Total);

/// <summary>How many places there are that could have a KIM.</summary>
public sealed record PlaceCount(int Districts, int Villages);

/// <summary>All that the desk shows at once, read in one moment.</summary>
public sealed record LedgerSummary(
    IReadOnlyDictionary<string, LedgerTotal> Totals, IReadOnlyList<LedgerMonth> Months, IReadOnlyList<LedgerPlace> Places, PlaceCount Count)
{
    public long Of(LedgerFigure figure) => Totals.TryGetValue(figure.Slug, out var total) ? total.Now : 0;

    public long Before(LedgerFigure figure) => Totals.TryGetValue(figure.Slug, out var total) ? total.Before : 0;
}

/// <summary>Reads figures of the ledger.</summary>
public sealed class LedgerDesk(NpgsqlDataSource db)
{
    public const int Months = 12;

    /// <param name="figures">Those that the question can be asked of.</param>
    /// <param name="ranked">By which the places are counted.</param>
    public async Task<LedgerSummary> ReadAsync(LedgerQuestion q, IReadOnlyList<LedgerFigure> figures, LedgerFigure ranked, CancellationToken ct)
    {
        var trend = q with { From = new DateOnly(q.Day.Year, q.Day.Month, 1).AddMonths(1 - Months) };
        var length = q.Region?.Value.Length switch { null => 2, 2 => 5, 5 => 8, _ => 13 };
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var batch = connection.CreateBatch();
        batch.Add(Totals(q, figures));
        batch.Add(
            $"""
            select date_trunc('month', l.at at time zone 'Asia/Makassar')::date as month, count(*) as orders, coalesce(sum(l.value), 0)::bigint as value
            from ({LedgerSql.Rows(LedgerFigure.Turnover, trend)}) l
            group by 1 order by 1
            """);
        batch.Add(
            $"""
            select within.code, r.name, within.total
            from (
                select left(l.village, {length}) as code, {LedgerSql.MeasureOf(ranked)} as total
                from ({LedgerSql.Rows(ranked, q)}) l
                group by 1) within
            left join app.regions r on r.code = within.code
            order by within.total desc, within.code
            """);
        batch.Add(
            $"""
            select count(*) filter (where length(code) = 8)::int as districts, count(*) filter (where length(code) = 13)::int as villages
            from app.regions
            where {q.Region?.Value}::text is null or code = {q.Region?.Value} or (code ~>=~ {q.Region?.Value + "."} and code ~<~ {q.Region?.Value + "/"})
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var totals = await reader.RowsAsync<LedgerTotal>(ct);
        await reader.NextResultAsync(ct);
        var months = await reader.RowsAsync<LedgerMonth>(ct);
        await reader.NextResultAsync(ct);
        var places = await reader.RowsAsync<LedgerPlace>(ct);
        await reader.NextResultAsync(ct);
        return new(totals.ToDictionary(total => total.Slug), months, places, (await reader.RowsAsync<PlaceCount>(ct))[0]);
    }

    /// <summary>One figure.</summary>
    public async Task<long> TotalAsync(LedgerQuestion q, LedgerFigure figure, CancellationToken ct) =>
        (await db.RowsAsync<long>($"select {LedgerSql.Total(figure, q)}", ct))[0];

    private static Sql Totals(LedgerQuestion q, IReadOnlyList<LedgerFigure> figures)
    {
        SqlPart? all = null;
        foreach (var figure in figures)
        {
            var one = SqlPart.Of($"select {figure.Slug} as slug, {LedgerSql.Total(figure, q)} as now, {LedgerSql.Total(figure, q.YearBefore())} as before");
            all = all is { } so ? SqlPart.Of($"{so} union all {one}") : one;
        }

        return $"{all!.Value}";
    }
}
