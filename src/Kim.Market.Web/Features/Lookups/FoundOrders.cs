using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>Reads the orders into which a browser was let by codes.</summary>
public sealed class FoundOrders(NpgsqlDataSource db, OrderTokens tokens, TimeProvider clock)
{
    public const int PageSize = 20;

    private static readonly (DateTime At, Guid Id) Newest = (new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>The newest first, and where the next page begins. Orders that came after a code opened the door need a code of their own.</summary>
    /// <remarks>
    /// A stall's code leads to the key of the one order, which stands in the stall's chat anyway; a mailbox is led where its letters lead.
    /// </remarks>
    public async Task<(IReadOnlyList<OwnOrder> Orders, string? Next)> OfAsync(byte[] browser, (DateTime At, Guid Id)? after, CancellationToken ct)
    {
        var (at, id) = after ?? Newest;
        var page = Slice<Found>.Of(
            await db.RowsAsync<Found>(
                $"""
                select o.order_id, o.checkout_id, bool_or(p.way is not null) as is_whole,
                       o.number, o.status, o.handover, o.total, o.placed_at, o.village, b.name as business
                from vault.lookup_openings p
                join vault.buyer_marks m on m.mark = p.mark
                join orders o on o.buyer_id = m.buyer and o.placed_at <= p.opened_at
                join businesses b on b.business_id = o.business_id
                where p.browser = {browser} and p.until > {clock.GetUtcNow()} and (o.placed_at, o.order_id) < ({at}, {id})
                  and (p.business_id = o.business_id
                       or exists (select from app.subscriptions s where s.owner_id = o.buyer_id and s.hash = p.way and s.confirmed_at is not null))
                group by o.order_id, b.business_id
                order by o.placed_at desc, o.order_id desc
                limit {PageSize + 1}
                """, ct),
            PageSize);
        var orders = new List<OwnOrder>(page.Rows.Count);
        foreach (var found in page.Rows)
        {
            orders.Add(new(
                new KnownOrder([], found.Number, found.Status, found.Handover, found.Total, found.PlacedAt, found.Village, found.Business),
                found.IsWhole ? await tokens.ForAsync(new Id<Checkout>(found.CheckoutId), ct) : await tokens.ForAsync(new Id<Order>(found.OrderId), ct))
            {
                Again = found.OrderId,
            });
        }

        return (orders, page.Next(found => Cursor.Of(found.PlacedAt, found.OrderId)));
    }

    private sealed record Found(
        Guid OrderId, Guid CheckoutId, bool IsWhole, string Number, short Status, short Handover, long Total, DateTime PlacedAt, string Village, string Business);
}
