using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Payments;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What an inbox shows around its orders: whose it is, how many wait in each drawer, which orders are on the page.</summary>
public sealed record InboxPage(
    IReadOnlyList<string> Businesses, IReadOnlyDictionary<OrderStatus, int> Waiting, int Refunds, IReadOnlyList<InboxKey> Keys);

/// <summary>An order that was asked for by its number, or by what came in for it.</summary>
public sealed record FoundOrder(Guid OrderId, DateTime PlacedAt, short Status);

/// <summary>Reads the orders of the businesses the asker works for; every statement draws that line itself.</summary>
public sealed class OrderInbox(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    private static readonly InboxKey Oldest = new(DateTime.UnixEpoch, Guid.Empty);
    private static readonly InboxKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    public async Task<InboxPage> PageAsync(Asker asker, InboxTab tab, InboxKey? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(Businesses(asker));
        batch.Add(Waiting(asker));
        batch.Add(Refunds(asker));
        batch.Add(tab == InboxTab.Refunds ? RefundKeys(asker, after ?? Oldest) : tab.OldestFirst ? KeysUp(asker, tab, after ?? Oldest) : KeysDown(asker, tab, after ?? Newest));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var businesses = await reader.RowsAsync<string>(ct);
        await reader.NextResultAsync(ct);
        var waiting = await reader.RowsAsync<StatusCount>(ct);
        await reader.NextResultAsync(ct);
        var refunds = await reader.RowsAsync<int>(ct);
        await reader.NextResultAsync(ct);
        var keys = await reader.RowsAsync<InboxKey>(ct);
        return new(businesses, waiting.ToDictionary(row => (OrderStatus)row.Status, row => row.Count), refunds.Single(), keys);
    }

    /// <summary>These orders, as far as they are the asker's to see, in the order asked for.</summary>
    public async Task<IReadOnlyList<InboxOrder>> OrdersAsync(Asker asker, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var asked = ids.ToArray();
        return asked.Length == 0 ? [] : await db.RowsAsync<InboxOrder>(
            $"""
            select o.order_id, o.version, o.number, o.buyer_id, o.village, o.handover,
                   (select jsonb_agg(
                        l.line || jsonb_build_object('Photo', p.photo, 'Left', s.on_hand - s.reserved) order by l.place)
                    from jsonb_array_elements(o.lines) with ordinality as l (line, place)
                    left join products p on p.product_id = (l.line ->> 'Product')::uuid
                    left join stock_levels s on s.product_id = p.product_id)::text as lines,
                   o.fee, o.total, o.status, o.placed_at, o.answer_by, o.touched_at, o.due_at, o.complaint, b.business_id, b.name as business, coalesce(o.market_place, b.pickup_place) as pickup_place,
                   o.paid, o.quote, o.quote_how, exists (select from vault.qris q where q.business_id = b.business_id and {QrisCodes.Counts}) as takes_qris,
                   exists (select from vault.accounts q where q.business_id = b.business_id and {QrisCodes.Counts}) as takes_transfer,
                   {ProofRows.OfOrder} as proofs, o.refund, o.refund_how, o.paid_by_card, o.market_date, o.market_from, o.asked_share, o.at_point, o.code, o.received
            from orders o
            join businesses b on b.business_id = o.business_id
            where o.order_id = any({asked})
              and o.business_id in (
                  select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
            order by array_position({asked}, o.order_id)
            """, ct);
    }

    /// <summary>Where the order of that number lies, if it is the asker's to see.</summary>
    public async Task<FoundOrder?> FindAsync(Asker asker, string number, CancellationToken ct) => (await db.RowsAsync<FoundOrder>(
        $"""
        select o.order_id, o.placed_at, o.status
        from orders o
        where o.number = {number.ToUpperInvariant()} and o.business_id in (
            select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
        """, ct)).FirstOrDefault();

    /// <summary>
    /// Orders that wait for exactly that amount by transfer: first those that somebody may still pay, then those whose money may turn up after their end.
    /// </summary>
    public Task<List<FoundOrder>> AwaitingAsync(Asker asker, Rupiah amount, CancellationToken ct) => db.RowsAsync<FoundOrder>(
        $"""
        select o.order_id, o.placed_at, o.status
        from orders o
        where o.transfer = {amount.Amount} and not o.paid
          and (o.status in (1, 2, 9, 10, 11) or (o.status in (4, 5, 6, 12) and o.code is not null)) and o.business_id in (
            select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
        order by o.status in (4, 5, 6, 12), o.placed_at desc, o.order_id
        limit {PageSize}
        """, ct);

    private static Sql Businesses(Asker asker) =>
        $"""
        select distinct b.name
        from memberships m
        join businesses b on b.business_id = m.scope
        where m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role <> {nameof(BusinessRole.GoodsHelper)}
        order by b.name
        limit 20
        """;

    private static Sql Waiting(Asker asker) =>
        $"""
        select o.status, count(*)::int as count
        from orders o
        where o.status in (0, 1, 2, 7, 8, 9, 10, 11) and o.business_id in (
            select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
        group by o.status
        """;

    private static Sql Refunds(Asker asker) =>
        $"""
        select count(*)::int
        from orders o
        where (o.refund in (0, 2) or o.owes_card) and o.business_id in (
            select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
        """;

    private static Sql RefundKeys(Asker asker, InboxKey from) =>
        $"""
        select o.placed_at, o.order_id
        from orders o
        where (o.refund in (0, 2) or o.owes_card) and (o.placed_at, o.order_id) > ({from.PlacedAt}, {from.OrderId}) and o.business_id in (
            select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
        order by o.placed_at, o.order_id
        limit {PageSize + 1}
        """;

    private static Sql KeysUp(Asker asker, InboxTab tab, InboxKey from) =>
        $"""
        select page.placed_at, page.order_id
        from (select distinct scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)}) m
        cross join unnest({Codes(tab)}) as drawer (status)
        cross join lateral (
            select o.placed_at, o.order_id from orders o
            where o.business_id = m.scope and o.status = drawer.status
              and (o.placed_at, o.order_id) > ({from.PlacedAt}, {from.OrderId})
            order by o.placed_at, o.order_id
            limit {PageSize + 1}) page
        order by page.placed_at, page.order_id
        limit {PageSize + 1}
        """;

    private static Sql KeysDown(Asker asker, InboxTab tab, InboxKey from) =>
        $"""
        select page.placed_at, page.order_id
        from (select distinct scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)}) m
        cross join unnest({Codes(tab)}) as drawer (status)
        cross join lateral (
            select o.placed_at, o.order_id from orders o
            where o.business_id = m.scope and o.status = drawer.status
              and (o.placed_at, o.order_id) < ({from.PlacedAt}, {from.OrderId})
            order by o.placed_at desc, o.order_id desc
            limit {PageSize + 1}) page
        order by page.placed_at desc, page.order_id desc
        limit {PageSize + 1}
        """;

    private static short[] Codes(InboxTab tab) => [.. tab.Statuses.Select(status => (short)status)];

    private sealed record StatusCount(short Status, int Count);
}
