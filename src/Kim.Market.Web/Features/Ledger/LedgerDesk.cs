using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>What a figure comes to on the day that was asked for, and a year before.</summary>
public sealed record LedgerTotal(string Slug, long Now, long Before);

/// <summary>What a month brought.</summary>
public sealed record LedgerMonth(DateOnly Month, long Orders, long Value);

/// <summary>What a place within the asked one has.</summary>
public sealed record LedgerPlace(string Code, string? Name, long Total);

/// <summary>What a KIM with a page of its own brought.</summary>
public sealed record LedgerGroup(string Slug, string Name, long Total);

/// <summary>How many places there are that could have a KIM.</summary>
public sealed record PlaceCount(int Districts, int Villages);

/// <summary>All that the desk shows at once, read in one moment.</summary>
public sealed record LedgerSummary(
    IReadOnlyDictionary<string, LedgerTotal> Totals, IReadOnlyList<LedgerMonth> Months, IReadOnlyList<LedgerPlace> Places, PlaceCount Count)
{
    /// <summary>Those that brought most; only of <see cref="LedgerDesk.LookAsync"/>.</summary>
    public IReadOnlyList<LedgerGroup> Groups { get; init; } = [];

    public long Of(LedgerFigure figure) => Totals.TryGetValue(figure.Slug, out var total) ? total.Now : 0;

    public long Before(LedgerFigure figure) => Totals.TryGetValue(figure.Slug, out var total) ? total.Before : 0;
}

/// <summary>Reads figures of the ledger.</summary>
public sealed class LedgerDesk(NpgsqlDataSource db, LedgerSource source, LedgerShelf shelf, LedgerPair pair)
{
    public const int Months = 12;

    private const int MostGroups = 30;

    /// <param name="figures">Those that the question can be asked of.</param>
    /// <param name="ranked">By which the places are counted.</param>
    public async Task<LedgerSummary> ReadAsync(LedgerQuestion q, IReadOnlyList<LedgerFigure> figures, LedgerFigure ranked, CancellationToken ct)
    {
        var what = (ranked, string.Join(' ', figures.Select(figure => figure.Slug)));
        if (shelf.TryFind(q, what, (await db.RowsAsync<LedgerStamp>($"{LedgerShelf.StampFor(q)}", ct)).FirstOrDefault(), out LedgerSummary kept))
        {
            return kept;
        }

        // Orders that came in, how soon they were answered, and the places are as much work as all the rest.
        var (beside, first) = (figures.Where(IsBeside).ToArray(), figures.Where(figure => !IsBeside(figure)).ToArray());
        var ((stamp, totals, months), (others, places, count)) = await pair.AskAsync(TotalsAsync, AroundAsync, ct);
        var summary = new LedgerSummary(totals.Concat(others).ToDictionary(total => total.Slug), months, places, count);
        shelf.Keep(q, what, stamp, summary);
        return summary;

        async Task<(LedgerStamp? Stamp, List<LedgerTotal> Totals, List<LedgerMonth> Months)> TotalsAsync(NpgsqlConnection asked)
        {
            await using var batch = asked.CreateBatch();
            batch.Add($"{LedgerShelf.StampFor(q)}");
            batch.Add($"{LedgerTotals.Of(q, first)}");
            batch.Add($"{MonthsOf(q)}");
            await using var reader = await batch.ExecuteReaderAsync(ct);
            var stamp = (await reader.RowsAsync<LedgerStamp>(ct)).FirstOrDefault();
            await reader.NextResultAsync(ct);
            var totals = await reader.RowsAsync<LedgerTotal>(ct);
            await reader.NextResultAsync(ct);
            return (stamp, totals, await reader.RowsAsync<LedgerMonth>(ct));
        }

        async Task<(List<LedgerTotal> Others, List<LedgerPlace> Places, PlaceCount Count)> AroundAsync(NpgsqlConnection asked)
        {
            await using var batch = asked.CreateBatch();
            batch.Add($"{LedgerTotals.Of(q, beside)}");
            batch.Add($"{PlacesOf(q, ranked)}");
            batch.Add(
                $"""
                select count(*) filter (where length(code) = 8)::int as districts, count(*) filter (where length(code) = 13)::int as villages
                from app.regions
                where {q.Region?.Value}::text is null or code = {q.Region?.Value} or (code ~>=~ {q.Region?.Value + "."} and code ~<~ {q.Region?.Value + "/"})
                """);
            await using var reader = await batch.ExecuteReaderAsync(ct);
            var others = await reader.RowsAsync<LedgerTotal>(ct);
            await reader.NextResultAsync(ct);
            var places = await reader.RowsAsync<LedgerPlace>(ct);
            await reader.NextResultAsync(ct);
            return (others, places, (await reader.RowsAsync<PlaceCount>(ct))[0]);
        }
    }

    /// <summary>One figure.</summary>
    public async Task<long> TotalAsync(LedgerQuestion q, LedgerFigure figure, CancellationToken ct) =>
        (await source.Db.RowsAsync<long>($"select {LedgerSql.Total(figure, q)}", ct))[0];

    /// <summary>The same in one statement, without the number of places there are: for pages that everybody opens.</summary>
    public async Task<LedgerSummary> LookAsync(LedgerQuestion q, IReadOnlyList<LedgerFigure> figures, LedgerFigure ranked, CancellationToken ct)
    {
        var (totals, months, places, groups) = (await source.Db.RowsAsync<Packed>(
            $"""
            select (select jsonb_agg(x) from ({LedgerTotals.Of(q, figures)}) x)::text as totals, (select jsonb_agg(x) from ({MonthsOf(q)}) x)::text as months,
                   (select jsonb_agg(x) from ({PlacesOf(q, ranked)}) x)::text as places,
                   (select jsonb_agg(x) from ({GroupsOf(q, ranked)}) x)::text as groups
            """, ct))[0];
        return new(
            Read(totals, LedgerDeskJson.Default.LedgerTotalArray).ToDictionary(total => total.Slug), Read(months, LedgerDeskJson.Default.LedgerMonthArray),
            Read(places, LedgerDeskJson.Default.LedgerPlaceArray), new(0, 0))
        {
            Groups = Read(groups, LedgerDeskJson.Default.LedgerGroupArray),
        };
    }

    private static bool IsBeside(LedgerFigure figure) => figure.Metrics[0] is Metric.PlacedOrder or Metric.Answer;

    private static T[] Read<T>(string? json, JsonTypeInfo<T[]> type) => json is null ? [] : JsonSerializer.Deserialize(json, type)!;

    private static SqlPart MonthsOf(LedgerQuestion q) => SqlPart.Of(
        $"""
        select date_trunc('month', l.at at time zone 'Asia/Makassar')::date as month, count(*) as orders, coalesce(sum(l.value), 0)::bigint as value
        from ({LedgerSql.Rows(LedgerFigure.Turnover, q with { From = new DateOnly(q.Day.Year, q.Day.Month, 1).AddMonths(1 - Months) })}) l
        group by 1 order by 1
        """);

    private static SqlPart PlacesOf(LedgerQuestion q, LedgerFigure ranked)
    {
        var length = q.Region?.Value.Length switch { null => 2, 2 => 5, 5 => 8, _ => 13 };
        return SqlPart.Of(
            $"""
            select within.code, r.name, within.total
            from (
                select left(l.village, {length}) as code, {LedgerSql.MeasureOf(ranked)} as total
                from ({LedgerSql.Rows(ranked, q)}) l
                group by 1) within
            left join app.regions r on r.code = within.code
            order by within.total desc, within.code
            """);
    }

    // Wider places are opened by their places; asked of one KIM it would be that alone.
    private static SqlPart GroupsOf(LedgerQuestion q, LedgerFigure ranked) => q is { Kim: null, Region.Value.Length: >= 8 }
        ? SqlPart.Of(
            $"""
            select g.slug, g.name, within.total
            from (select l.group_id, {LedgerSql.MeasureOf(ranked)} as total from ({LedgerSql.Rows(ranked, q)}) l group by 1) within
            join groups g on g.group_id = within.group_id
            where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}, {(short)GroupStatus.Dissolved})
            order by within.total desc, g.slug
            limit {MostGroups}
            """)
        : SqlPart.Of($"select null where false");

    private sealed record Packed(string? Totals, string? Months, string? Places, string? Groups);
}

/// <summary>How figures travel within one row.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LedgerTotal[]))]
[JsonSerializable(typeof(LedgerMonth[]))]
[JsonSerializable(typeof(LedgerPlace[]))]
[JsonSerializable(typeof(LedgerGroup[]))]
internal sealed partial class LedgerDeskJson : JsonSerializerContext;
