using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Results;

/// <summary>A figure as the page shows it, as its rows add up, and as the events count: three numbers that must be one.</summary>
public sealed record CheckedFigure(string Name, long Shown, long Rows, long Counted)
{
    public bool Agrees => Shown == Rows && Rows == Counted;
}

/// <summary>Holds the public figures against their rows and against an independent count of the events.</summary>
public sealed class ResultCheck(NpgsqlDataSource db, EventStore store)
{
    public async Task<IReadOnlyList<CheckedFigure>> FiguresAsync(CancellationToken ct)
    {
        // One statement sees one moment: the totals, their rows, and the event up to which they were counted.
        var shown = await db.RowAsync<Stand>(
            $"""
            select coalesce((select last_seq_id from events.mt_event_progression where name = 'results:All'), 0) as position,
                   coalesce(sum(t.rows) filter (where metric = {Metric.ActiveGroups}), 0)::bigint as groups,
                   coalesce(sum(t.rows) filter (where metric = {Metric.ActiveBusinesses}), 0)::bigint as businesses,
                   coalesce(sum(t.rows) filter (where metric = {Metric.CompletedOrders}), 0)::bigint as orders,
                   coalesce(sum(t.amount), 0)::bigint as value,
                   (select count(*) from result_rows where metric = {Metric.ActiveGroups}) as group_rows,
                   (select count(*) from result_rows where metric = {Metric.ActiveBusinesses}) as business_rows,
                   (select count(*) from result_rows where metric = {Metric.CompletedOrders}) as order_rows,
                   (select coalesce(sum(amount), 0)::bigint from result_rows) as value_rows
            from result_totals t
            """, ct);
        var counted = await new ResultOracle(store).CountAsync(shown!.Position, ct);
        return
        [
            new("active groups", shown.Groups, shown.GroupRows, counted.ActiveGroups),
            new("active businesses", shown.Businesses, shown.BusinessRows, counted.ActiveBusinesses),
            new("completed orders", shown.Orders, shown.OrderRows, counted.CompletedOrders),
            new("value", shown.Value, shown.ValueRows, counted.Value),
        ];
    }

    private sealed record Stand(
        long Position, long Groups, long Businesses, long Orders, long Value, long GroupRows, long BusinessRows, long OrderRows, long ValueRows);
}
