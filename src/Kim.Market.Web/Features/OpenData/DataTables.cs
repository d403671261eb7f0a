using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Npgsql;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>Counts a dataset out of the ledger, by the statement that every other page of the figure is read by.</summary>
public sealed class DataTables(NpgsqlDataSource db)
{
    /// <summary>All rows that there are to publish, without those that may not be told.</summary>
    /// <param name="day">The last day that counts.</param>
    public async Task<List<DataRow>> CountAsync(Dataset dataset, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        List<DataRow> rows = [];
        for (var year = await FirstYearAsync(dataset, day, ct); year <= day.Year; year++)
        {
            var last = new DateOnly(year, 12, 31);
            var cells = await CellsAsync(dataset, new(null, null, null, null, new(year, 1, 1), last < day ? last : day, Sight.Terkoreksi), ct);
            var hidden = dataset.IsOfPeople ? SmallCells.Hidden(cells) : new HashSet<string>();
            rows.AddRange(cells.Select(cell => hidden.Contains(cell.Code)
                ? new DataRow(cell.Code, year, cell.Name, null, (short)DataState.Hidden, now.UtcDateTime)
                : new DataRow(cell.Code, year, cell.Name, cell.Value, (short)(last <= day ? DataState.Final : DataState.Running), now.UtcDateTime)));
        }

        return rows;
    }

    private async Task<int> FirstYearAsync(Dataset dataset, DateOnly day, CancellationToken ct)
    {
        short[] metrics = [.. dataset.Figure.Metrics.Select(metric => (short)metric)];
        var found = await db.RowsAsync<int>(
            $"select coalesce(extract(year from min(at) at time zone 'Asia/Makassar')::int, {day.Year}) from ledger_entries where metric = any({metrics})", ct);
        return Math.Max(found[0], LedgerQuestion.Beginning.Year);
    }

    // A place nobody knows by name any more is not told of; what is around it counts it all the same.
    private Task<List<Cell>> CellsAsync(Dataset dataset, LedgerQuestion q, CancellationToken ct) => db.RowsAsync<Cell>(
        $"""
        select g.code, coalesce(r.name, g.code) as name, g.value, g.people, g.own
        from (
            select g.code, {LedgerSql.MeasureOf(dataset.Figure)} as value, {PeopleOf(dataset.Figure)}::bigint as people,
                   coalesce({PeopleOf(dataset.Figure)} filter (where l.village = g.code and length(g.code) < 13), 0)::bigint as own
            from ({LedgerSql.Rows(dataset.Figure, q)}) l
            cross join lateral (select left(l.village, part) as code from unnest(array[2, 5, 8, 13]) part where part <= length(l.village)) g
            group by g.code) g
        left join app.regions r on r.code = g.code
        order by g.code
        """, ct);

    // Several orders may be one neighbour's; behind a stall stands one person at least.
    private static SqlPart PeopleOf(LedgerFigure figure) => figure.Measure == Measure.People
        ? SqlPart.Of($"sum(l.value)")
        : SqlPart.Of($"count(distinct coalesce(l.business_id, l.subject))");
}
