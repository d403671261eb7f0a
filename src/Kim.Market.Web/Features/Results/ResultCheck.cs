using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Npgsql;

namespace Kim.Market.Web.Features.Results;

/// <summary>A figure as its rows add up, and as the events count: two numbers that must be one.</summary>
public sealed record CheckedFigure(string Name, long Shown, long Counted)
{
    public bool Agrees => Shown == Counted;
}

/// <summary>Holds the public figures against an independent count of the events.</summary>
public sealed class ResultCheck(NpgsqlDataSource db, EventStore store, TimeProvider clock)
{
    public async Task<IReadOnlyList<CheckedFigure>> FiguresAsync(CancellationToken ct)
    {
        var now = PublicFigures.Everything(clock.GetUtcNow());

        // One statement sees one moment: the totals, and the event up to which they were counted.
        var shown = await db.RowAsync<Stand>(
            $"""
            select coalesce((select last_seq_id from events.mt_event_progression where name = 'ledger:All'), 0) as position,
                   {LedgerSql.Total(LedgerFigure.AwakeGroups, now)} as groups, {LedgerSql.Total(LedgerFigure.Businesses, now)} as businesses,
                   {LedgerSql.Total(LedgerFigure.Completed, now)} as orders, {LedgerSql.Total(LedgerFigure.Turnover, now)} as value
            """, ct);
        var counted = await new ResultOracle(store).CountAsync(shown!.Position, ct);
        return
        [
            new("active groups", shown.Groups, counted.ActiveGroups),
            new("active businesses", shown.Businesses, counted.ActiveBusinesses),
            new("completed orders", shown.Orders, counted.CompletedOrders),
            new("value", shown.Value, counted.Value),
        ];
    }

    private sealed record Stand(long Position, long Groups, long Businesses, long Orders, long Value);
}
