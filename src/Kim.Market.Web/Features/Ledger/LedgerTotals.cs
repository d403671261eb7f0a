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
    private static readonly SqlPart IsActive = SqlPart.Of($"l.is_active");
    private static readonly SqlPart WasActive = SqlPart.Of($"l.was_active");

    /// <summary>Rows of slug, now and before.</summary>
    public static SqlPart Of(LedgerQuestion q, IEnumerable<LedgerFigure> figures)
    {
        var before = q.YearBefore();
        SqlPart? all = null;
        foreach (var some in figures.GroupBy(figure => figure.Only == Only.ActiveBusinesses ? "" : string.Join(' ', figure.In(q.Section).Metrics)))
        {
            LedgerFigure[] shared = [.. some];
            Metric[] metrics = [.. shared.SelectMany(figure => figure.In(q.Section).Metrics).Distinct()];
            var active = shared[0].Only == Only.ActiveBusinesses
                ? SqlPart.Of($", {LedgerSql.IsActive(q)} as is_active, {LedgerSql.IsActive(before)} as was_active")
                : SqlPart.Of($"");

            // "offset 0" is a fence: the clocks are read once for a row, not once more for each figure.
            var one = SqlPart.Of(
                $"""
                select unnest({shared.Select(figure => figure.Slug).ToArray()}) as slug, unnest(array[{Each(shared, figure => Total(figure, q, IsNow, IsActive))}]) as now,
                       unnest(array[{Each(shared, figure => Total(figure, before, WasBefore, WasActive))}]) as before
                from (
                    select l.*, {LedgerSql.Counts(shared[0], q)} as is_now, {LedgerSql.Counts(shared[0], before)} as was_before{active}
                    from {LedgerSql.From(shared[0], q)}
                    where {LedgerSql.Of(metrics)} and {LedgerSql.In(q)} and {LedgerSql.Since(shared[0], before)}
                    offset 0) l
                """);
            all = all is { } so ? SqlPart.Of($"{so} union all {one}") : one;
        }

        return all ?? SqlPart.Of($"select '' as slug, 0::bigint as now, 0::bigint as before where false");
    }

    private static SqlPart Total(LedgerFigure asked, LedgerQuestion q, SqlPart counts, SqlPart active)
    {
        var figure = asked.In(q.Section);
        var counted = figure.Only == Only.ActiveBusinesses
            ? SqlPart.Of($"{counts} and {active} and {LedgerSql.Of(figure.Metrics)}") // papers of every kind are walked together
            : SqlPart.Of($"{counts} and {LedgerSql.Meets(figure, q)}");
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
