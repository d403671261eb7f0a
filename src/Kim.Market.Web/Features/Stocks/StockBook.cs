using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Npgsql;

namespace Kim.Market.Web.Features.Stocks;

/// <summary>A page of a stock's ledger, the newest line first.</summary>
/// <param name="Next">What the next page begins behind; null on the last one.</param>
/// <param name="Then">What lay on the shelf at the moment that was asked for.</param>
public sealed record StockPage(IReadOnlyList<LedgerLine> Lines, long? Next, int Then);

/// <summary>
/// Reads a stock's ledger from its end: a page of events and two sums that the database adds up, however long the ledger
/// is. The caller has checked whose product it is.
/// </summary>
public sealed class StockBook(NpgsqlDataSource db)
{
    public const int PageSize = 30;

    private static readonly string[] Moves = EventCatalogue.Types.AliasesOf(
        [typeof(StockReceived), typeof(StockRemoved), typeof(StockMoved), typeof(StockCounted), typeof(StockIssued)]);

    private static readonly string Received = EventCatalogue.Types.NameOf(typeof(StockReceived));
    private static readonly string[] Counted = EventCatalogue.Types.AliasesOf([typeof(StockMoved), typeof(StockCounted)]);

    /// <param name="before">The version behind which the page begins; null for the newest.</param>
    /// <param name="moment">A moment of the past whose stock is asked for.</param>
    public async Task<StockPage> ReadAsync(Id<Product> product, long? before, DateTimeOffset? moment, CancellationToken ct)
    {
        var (stream, from, at) = (Stock.Of(product).Value, before ?? long.MaxValue, moment ?? DateTimeOffset.MaxValue);
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select version, type, data::text from events.mt_events
            where stream_id = {stream} and version < {from} and type = any({Moves})
            order by version desc limit {PageSize + 1}
            """);
        batch.Add(
            $"""
            select coalesce(s.on_hand - sum(m.change) filter (where m.version >= {from}), s.on_hand)::int as on_hand,
                   coalesce(s.on_hand - sum(m.change) filter (where m.at > {at}), s.on_hand)::int as on_hand_then
            from stock_levels s
            left join lateral (
                select e.version, (e.data ->> 'At')::timestamptz as at,
                       case when e.type = any({Counted}) then (e.data ->> 'Change')::int
                            when e.type = {Received} then (e.data ->> 'Quantity')::int
                            else -(e.data ->> 'Quantity')::int end as change
                from events.mt_events e
                where e.stream_id = {stream} and e.type = any({Moves}) and ({before is not null || moment is not null})) m on true
            where s.product_id = {product.Value}
            group by s.on_hand
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var rows = await reader.RowsAsync<Moved>(ct);
        await reader.NextResultAsync(ct);
        var sums = (await reader.RowsAsync<Sums>(ct)).Single();
        var page = rows.Take(PageSize).Reverse().Select(row => (StockEvent)EventCatalogue.Types.Read(row.Type, Encoding.UTF8.GetBytes(row.Data)));
        return new(
            [.. StockLedger.UpTo(sums.OnHand, page).Reverse()], rows.Count > PageSize ? rows[PageSize - 1].Version : null, sums.OnHandThen);
    }

    private sealed record Moved(long Version, string Type, string Data);

    private sealed record Sums(int OnHand, int OnHandThen);
}
