using System.Runtime.CompilerServices;
using Dapper;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Certificates;
using Npgsql;

namespace Kim.Market.Web.Features.Sales;

/// <summary>Reads what a stall sold; every statement asks whether the asker owns it.</summary>
public sealed class SalesBook(NpgsqlDataSource db)
{
    public const int PageSize = 25;

    // The names of the ends behind completion, as the database numbers an array: from one.
    private static readonly string[] EndNames =
        [nameof(OrderStatus.Rejected), nameof(OrderStatus.Cancelled), nameof(OrderStatus.Expired)];

    private static readonly SalesKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>All tables at once, from one moment.</summary>
    public async Task<SalesReport> ReportAsync(Asker asker, SalesShop shop, ReportPeriod period, CancellationToken ct) => new(period, shop.Since, await db.RowsAsync<SalesRow>(
        $"""
        with ended as materialized (
            select o.order_id, o.status, o.touched_at, o.goods, o.fee, o.helped, {SalesFilter.AreaOf} as area, o.lines
            from orders o
            where o.status in (
                {(short)OrderStatus.Completed}, {(short)OrderStatus.Rejected}, {(short)OrderStatus.Cancelled}, {(short)OrderStatus.Expired}, {(short)OrderStatus.Returned})
              and {Within(asker, shop, period)}
        ), sold as (
            select * from ended where status = {(short)OrderStatus.Completed}
        ), lines as (
            select s.order_id, s.touched_at, l.*
            from sold s
            cross join lateral jsonb_to_recordset(s.lines) as l ("Product" uuid, "Name" text, "Unit" text, "Quantity" bigint, "Price" bigint)
        )
        select {(short)SalesBy.Month} as by, to_char(touched_at at time zone {shop.TimeZone}, 'YYYY-MM') as key, '' as name, null as unit,
               count(*)::int as orders, 0::bigint as quantity, sum(goods)::bigint as goods, sum(fee)::bigint as fee
        from sold group by 2
        union all
        select {(short)SalesBy.Product}, "Product"::text, (array_agg("Name" order by touched_at desc, order_id))[1],
               case when min("Unit") = max("Unit") then min("Unit") end, count(*)::int, sum("Quantity")::bigint, sum("Quantity" * "Price")::bigint, 0::bigint
        from lines group by "Product"
        union all
        select {(short)SalesBy.Area}, area, coalesce((select r.place from app.regions r where r.code = area), ''), null, count(*)::int, 0::bigint, sum(goods)::bigint, sum(fee)::bigint
        from sold group by area
        union all
        select {(short)SalesBy.Help}, case when helped then {SalesFilter.Helped} else {SalesFilter.Alone} end, '', null, count(*)::int, 0::bigint,
               sum(goods)::bigint, sum(fee)::bigint
        from sold group by helped
        union all
        select {(short)SalesBy.Failed}, coalesce({EndNames}[status - {(short)OrderStatus.Completed}], {nameof(OrderStatus.Returned)}), '', null, count(*)::int, 0::bigint, 0::bigint, 0::bigint
        from ended where status <> {(short)OrderStatus.Completed} group by status
        """, ct));

    /// <summary>What the orders behind a number come to, and a page of them, the newest first.</summary>
    public async Task<(SalesSum Sum, Slice<SoldOrder> Orders)> OrdersAsync(
        Asker asker, SalesShop shop, SalesFilter filter, SalesKey? after, CancellationToken ct)
    {
        var from = after ?? Newest;
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select count(*)::int as orders, coalesce(sum({Worth(filter)}), 0)::bigint as goods, coalesce(sum(o.fee), 0)::bigint as fee
            from orders o
            where {Chosen(asker, shop, filter)}
            """);
        batch.Add(
            $"""
            select {Columns(filter)}
            from orders o
            where {Chosen(asker, shop, filter)} and (o.touched_at, o.order_id) < ({from.At}, {from.OrderId})
            order by o.touched_at desc, o.order_id desc
            limit {PageSize + 1}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var sum = (await reader.RowsAsync<SalesSum>(ct))[0];
        await reader.NextResultAsync(ct);
        return (sum, Slice<SoldOrder>.Of(await reader.RowsAsync<SoldOrder>(ct), PageSize));
    }

    /// <summary>Every completed order of the period, the oldest first, without ever holding all of them.</summary>
    public async IAsyncEnumerable<SoldOrder> AllAsync(
        Asker asker, SalesShop shop, ReportPeriod period, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var filter = new SalesFilter(period);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.Add(
            $"""
            select {Columns(filter)}
            from orders o
            where {Chosen(asker, shop, filter)}
            order by o.touched_at, o.order_id
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var parse = reader.GetRowParser<SoldOrder>();
        while (await reader.ReadAsync(ct))
        {
            yield return parse(reader);
        }
    }

    /// <summary>Null when the asker does not own it.</summary>
    public async Task<SalesShop?> FindAsync(Asker asker, string slug, DateTimeOffset now, CancellationToken ct) => await db.RowAsync<SalesShop>(
        $"""
        select b.business_id, b.name, b.slug, cr.full_place as place, cr.time_zone, g.name as kim, b.registered_at,
               (select c.number from certificates c
                where c.business_id = b.business_id and c.kind = {(short)CertificateKind.Nib} and {Badges.Holds(now)}
                order by c.stated_at desc limit 1) as nib
        from businesses b
        join app.regions cr on cr.code = b.village
        join groups g on g.group_id = b.group_id
        where b.slug = {slug} and {Owns(asker)}
        """, ct);

    private static SqlPart Owns(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.scope = b.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)})
        """);

    // An order of the past is touched no more, so the moment it ended is the moment it was touched last.
    private static SqlPart Within(Asker asker, SalesShop shop, ReportPeriod period) => SqlPart.Of(
        $"""
        o.business_id = (select b.business_id from businesses b where b.business_id = {shop.BusinessId} and {Owns(asker)})
        and o.touched_at >= {period.Begins(shop.Zone)} and o.touched_at < {period.Ends(shop.Zone)}
        """);

    private static SqlPart Chosen(Asker asker, SalesShop shop, SalesFilter filter) => SqlPart.Of(
        $"""
        o.status = any({filter.Ends}) and {Within(asker, shop, filter.Period)}
        and ({filter.Product}::uuid is null or o.lines @> jsonb_build_array(jsonb_build_object('Product', {filter.Product}::uuid)))
        and ({filter.Area}::text is null or {SalesFilter.AreaOf} = {filter.Area}::text)
        and ({filter.Help}::text is null or o.helped = ({filter.Help}::text = {SalesFilter.Helped}))
        """);

    private static SqlPart Worth(SalesFilter filter) => SqlPart.Of(
        $"""
        case when {filter.Product}::uuid is null then o.goods else (
            select sum(l."Quantity" * l."Price") from jsonb_to_recordset(o.lines) as l ("Product" uuid, "Quantity" bigint, "Price" bigint)
            where l."Product" = {filter.Product}::uuid) end
        """);

    private static SqlPart Columns(SalesFilter filter) => SqlPart.Of(
        $"""
        o.order_id, o.number, o.status, o.placed_at, o.touched_at, {SalesFilter.AreaOf} as area, (select r.place from app.regions r where r.code = o.tariff) as area_name, o.helped, o.lines::text as lines,
        {Worth(filter)}::bigint as worth, o.fee
        """);
}
