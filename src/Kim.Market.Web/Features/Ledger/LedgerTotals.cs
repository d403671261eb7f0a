using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// Many figures at once, on the asked day and a year before. Figures of the same metrics share one walk over their entries, each counting
/// what <see cref="LedgerSql.Counts"/> and <see cref="LedgerSql.Meets"/> let it count: what its rows come to, without opening them.
/// </summary>
internal static class LedgerTotals
{
    private static readonly SqlPart IsNow = SqlPart.Of($"l.is_now");
    private static readonly SqlPart WasBefore = SqlPart.Of($"l.was_before");

    /// <summary>Rows of slug, now and before.</summary>
    public static SqlPart Of(LedgerQuestion q, IReadOnlyList<LedgerFigure> figures)
    {
        var before = q.YearBefore();
        SqlPart? all = null;
        foreach (var some in figures.GroupBy(figure => string.Join(' ', figure.In(q.Section).Metrics)))
        {
            LedgerFigure[] shared = [.. some];

            // "offset 0" is a fence: the clocks are read once for a row, not once more for each figure.
            var one = SqlPart.Of(
                $"""
                select unnest({shared.Select(figure => figure.Slug).ToArray()}) as slug, unnest(array[{Each(shared, figure => Total(figure, q, IsNow))}]) as now,
                       unnest(array[{Each(shared, figure => Total(figure, before, WasBefore))}]) as before
                from (
                    select l.*, {LedgerSql.Counts(shared[0], q)} as is_now, {LedgerSql.Counts(shared[0], before)} as was_before
                    from ledger_entries l
                    where {LedgerSql.Of(shared[0].In(q.Section).Metrics)} and {LedgerSql.In(q)} and {LedgerSql.Since(shared[0], before)}
                    offset 0) l
                """);
            all = all is { } so ? SqlPart.Of($"{so} union all {one}") : one;
        }

        return all!.Value;
    }

    private static SqlPart Total(LedgerFigure asked, LedgerQuestion q, SqlPart counts)
    {
        var figure = asked.In(q.Section);
        var counted = SqlPart.Of($"{counts} and {LedgerSql.Meets(figure, q)}");
        return (figure.Once, figure.Measure) switch
        {
            (not Once.Each, _) => SqlPart.Of($"count(distinct {LedgerSql.KeyOf(figure.Once)}) filter (where {counted})"),
            (_, Measure.Count) => SqlPart.Of($"count(*) filter (where {counted})"),
            (_, Measure.MedianMinutes) => SqlPart.Of($"coalesce(percentile_disc(0.5) within group (order by {LedgerSql.ValueOf(figure, q)}) filter (where {counted}), 0)"),
            _ => SqlPart.Of($"coalesce(sum({LedgerSql.ValueOf(figure, q)}) filter (where {counted}), 0)::bigint"),
        };
    }

    private static SqlPart Each(LedgerFigure[] figures, Func<LedgerFigure, SqlPart> part) =>
        figures.Skip(1).Aggregate(part(figures[0]), (so, figure) => SqlPart.Of($"{so}, {part(figure)}"));
}
