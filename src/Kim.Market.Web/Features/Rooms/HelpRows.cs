using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>A stall of a KIM, who helps there, and what it sold in twelve months with help and alone.</summary>
public sealed record HelpedStall(
    Guid BusinessId, string Name, string Slug, bool Owned, string Helpers, int Helped, long HelpedTotal, int Alone, long AloneTotal);

/// <summary>Reads how much of a KIM's sales its own people made for somebody; every statement draws the line of the asker's own.</summary>
public sealed class HelpRows(NpgsqlDataSource db)
{
    public const int PageSize = 25;

    /// <summary>The stalls that were helped within the year before <paramref name="now"/>, or are helped today, by their address.</summary>
    public Task<List<HelpedStall>> OfAsync(Asker asker, Guid kim, string after, DateTimeOffset now, CancellationToken ct) => db.RowsAsync<HelpedStall>(
        $"""
        select b.business_id, b.name, b.slug,
               exists (select from memberships m where m.scope = b.business_id and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)}) as owned,
               coalesce((
                   select string_agg(distinct coalesce(a.doc ->> 'Name', ''), ', ')
                   from memberships m left join app.accounts a on a.id = m.member_id
                   where m.scope = b.business_id and m.desk = {Desk.Seller}
                     and m.role in ({nameof(BusinessRole.GoodsHelper)}, {nameof(BusinessRole.OrderHelper)})), '') as helpers,
               o.helped, o.helped_total, o.alone, o.alone_total
        from businesses b
        cross join lateral (
            select count(*) filter (where o.helped)::int as helped, coalesce(sum(o.goods) filter (where o.helped), 0)::bigint as helped_total,
                   count(*) filter (where not o.helped)::int as alone, coalesce(sum(o.goods) filter (where not o.helped), 0)::bigint as alone_total
            from orders o
            where o.business_id = b.business_id and o.status = {(short)OrderStatus.Completed} and o.touched_at > {now.AddYears(-1)}) o
        where b.group_id = {kim} and b.slug > {after} and (b.helpers > 0 or o.helped > 0)
          and exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Group} and scope = {kim})
        order by b.slug
        limit {PageSize + 1}
        """, ct);

    /// <summary>What all stalls of the KIM sold in that year, with help and alone.</summary>
    public async Task<HelpTotals> TotalsAsync(Asker asker, Guid kim, DateTimeOffset now, CancellationToken ct) => (await db.RowsAsync<HelpTotals>(
        $"""
        select count(*) filter (where o.helped)::int as helped, coalesce(sum(o.goods) filter (where o.helped), 0)::bigint as helped_total,
               count(*) filter (where not o.helped)::int as alone, coalesce(sum(o.goods) filter (where not o.helped), 0)::bigint as alone_total
        from orders o
        where o.group_id = {kim} and o.status = {(short)OrderStatus.Completed} and o.touched_at > {now.AddYears(-1)}
          and exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Group} and scope = {kim})
        """, ct))[0];
}

/// <summary>Orders and the worth of their goods.</summary>
public sealed record HelpTotals(int Helped, long HelpedTotal, int Alone, long AloneTotal);
