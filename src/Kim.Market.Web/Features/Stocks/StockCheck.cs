using Npgsql;

namespace Kim.Market.Web.Features.Stocks;

/// <summary>A product whose reservations and open orders disagree.</summary>
public sealed record StockDifference(Guid ProductId, int Reserved, int Ordered);

/// <summary>Holds the reservations of every stock against the lines of open orders: two streams that must tell the same.</summary>
public sealed class StockCheck(NpgsqlDataSource db)
{
    private const int Most = 100;

    public Task<List<StockDifference>> DifferencesAsync(CancellationToken ct) => db.RowsAsync<StockDifference>(
        $"""
        select product_id, coalesce(s.reserved, 0) as reserved, coalesce(o.ordered, 0) as ordered
        from stock_levels s
        full join (
            select (line ->> 'Product')::uuid as product_id, sum((line ->> 'Quantity')::int)::int as ordered
            from orders, jsonb_array_elements(lines) line
            where status in (0, 1, 2, 7, 8, 9, 10, 11)
            group by 1) o using (product_id)
        where coalesce(s.reserved, 0) <> coalesce(o.ordered, 0)
        order by product_id
        limit {Most}
        """, ct);
}
