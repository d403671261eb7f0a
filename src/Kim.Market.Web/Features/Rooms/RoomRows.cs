using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Register;
using Npgsql;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>A stall as its own people and its KIM see it.</summary>
public sealed record StallRow(Guid BusinessId, string Name, string Slug, short Status, int Waiting, int Accepted, int Ready, int Away, int Complaints, DateTime? AnswerBy)
{
    public BusinessStatus State => (BusinessStatus)Status;
}

/// <summary>An order that came to nothing and whose money has not come back, as the KIM of its stall sees it.</summary>
public sealed record OwedRow(string Number, string Business, string Slug, long Total, bool Missed, DateTime Since);

/// <summary>A KIM as its board and its office see it.</summary>
public sealed record KimRow(Guid GroupId, string Name, string Slug, short Status, string Village, int Stalls, int Chairs)
{
    public GroupStatus State => (GroupStatus)Status;

    /// <summary>Nobody sees a KIM before it has let something be seen.</summary>
    public bool HasPublicPage => State is GroupStatus.Active or GroupStatus.Dormant or GroupStatus.Suspended or GroupStatus.Dissolved;
}

/// <summary>An office as the operator sees it.</summary>
public sealed record OfficeRow(Guid OfficeId, string Region, string? Place);

/// <summary>Reads what stands on the desks; every statement draws the line of the asker's own.</summary>
public sealed class RoomRows(NpgsqlDataSource db)
{
    public const int PageSize = 25;

    // What waits at one stall.
    private static readonly SqlPart Orders = SqlPart.Of(
        $"""
        select count(*) filter (where status in ({(short)OrderStatus.Placed}, {(short)OrderStatus.AwaitingQuote}))::int as waiting,
               count(*) filter (where status = {(short)OrderStatus.Accepted})::int as accepted,
               count(*) filter (where status = {(short)OrderStatus.Ready})::int as ready,
               count(*) filter (where status = {(short)OrderStatus.Shipped})::int as away,
               count(*) filter (where complaint = {(short)ComplaintStage.Open})::int as complaints,
               min(answer_by) filter (where status in ({(short)OrderStatus.Placed}, {(short)OrderStatus.AwaitingQuote})) as answer_by
        from orders where business_id = b.business_id and (status in (0, 1, 2, 7, 9) or complaint = 0)
        """);

    public Task<List<StallRow>> MyStallsAsync(Asker asker, CancellationToken ct) => db.RowsAsync<StallRow>(
        $"""
        select b.business_id, b.name, b.slug, b.status, o.waiting, o.accepted, o.ready, o.away, o.complaints, o.answer_by
        from (select distinct scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller}) m
        join businesses b on b.business_id = m.scope
        cross join lateral ({Orders}) o
        order by b.name, b.business_id
        limit 20
        """, ct);

    /// <summary>The stalls of the asker's KIM by their address, a page at a time.</summary>
    public Task<List<StallRow>> StallsOfAsync(Asker asker, Guid kim, string after, CancellationToken ct) => db.RowsAsync<StallRow>(
        $"""
        select b.business_id, b.name, b.slug, b.status, o.waiting, o.accepted, o.ready, o.away, o.complaints, o.answer_by
        from businesses b
        cross join lateral ({Orders}) o
        where b.group_id = {kim} and b.slug > {after}
          and exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Group} and scope = {kim})
        order by b.slug
        limit {PageSize + 1}
        """, ct);

    /// <summary>The stalls of the asker's KIM whose buyers wait longest.</summary>
    public Task<List<StallRow>> UnansweredAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<StallRow>(
        $"""
        select b.business_id, b.name, b.slug, b.status, late.waiting, 0 as accepted, 0 as ready, 0 as away, 0 as complaints, late.answer_by
        from (
            select business_id, count(*)::int as waiting, min(answer_by) as answer_by
            from orders
            where group_id = {kim} and status in ({(short)OrderStatus.Placed}, {(short)OrderStatus.AwaitingQuote})
            group by business_id
            order by min(answer_by)
            limit 5) late
        join businesses b on b.business_id = late.business_id
        where exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Group} and scope = {kim})
        order by late.answer_by
        """, ct);

    /// <summary>Orders of the KIM's stalls whose money has to go back: first those whose buyers say that it has not come.</summary>
    public Task<List<OwedRow>> OwedAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<OwedRow>(
        $"""
        select o.number, b.name as business, b.slug, coalesce(o.received, o.total) as total, o.refund = {(short)RefundState.Missing} as missed, o.touched_at as since
        from orders o
        join businesses b on b.business_id = o.business_id
        where o.group_id = {kim} and o.refund in (0, 2)
          and exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Group} and scope = {kim})
        order by o.refund desc, o.touched_at, o.order_id
        limit 10
        """, ct);

    public Task<KimRow?> MyKimAsync(Asker asker, Guid kim, CancellationToken ct) => MyKimAsync(asker, SqlPart.Of($"g.group_id = {kim}"), ct);

    public Task<KimRow?> MyKimAsync(Asker asker, string slug, CancellationToken ct) => MyKimAsync(asker, SqlPart.Of($"g.slug = {slug}"), ct);

    private async Task<KimRow?> MyKimAsync(Asker asker, SqlPart which, CancellationToken ct) => await db.RowAsync<KimRow>(
        $"""
        select g.group_id, g.name, g.slug, g.status, coalesce(r.place, g.seat) as village,
               (select count(*)::int from businesses b where b.group_id = g.group_id) as stalls,
               (select count(*)::int from memberships c where c.scope = g.group_id and c.role = 'Chair') as chairs
        from groups g left join app.regions r on r.code = g.seat
        where {which}
          and exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = g.group_id)
        """, ct);

    /// <summary>The KIM of the asker's region by name, a page at a time.</summary>
    public Task<List<KimRow>> KimOfRegionAsync(Asker asker, Guid office, string after, CancellationToken ct) => db.RowsAsync<KimRow>(
        $"""
        select g.group_id, g.name, g.slug, g.status, coalesce(r.place, g.seat) as village,
               (select count(*)::int from businesses b where b.group_id = g.group_id) as stalls,
               (select count(*)::int from memberships c where c.scope = g.group_id and c.role = 'Chair') as chairs
        from groups g left join app.regions r on r.code = g.seat
        where g.slug > {after} and exists (
            select from memberships me
            where me.member_id = {asker.Scope} and me.desk = {Desk.Office} and me.scope = {office}
              and g.seat || '.' like me.region || '.%')
        order by g.slug
        limit {PageSize + 1}
        """, ct);

    /// <summary>How many KIM of the asker's regions have applied and were not answered.</summary>
    public async Task<int> ApplicationsAsync(Asker asker, CancellationToken ct) => (await db.RowsAsync<int>(
        $"""
        select count(*)::int from groups g where g.status = {(short)GroupStatus.Proposed} and {GroupRegister.Within(asker)}
        """, ct))[0];

    /// <param name="decides">Only where the asker is an officer: somebody may be one in one region and only read in another.</param>
    public async Task<KimRow?> KimInRegionAsync(Asker asker, string slug, CancellationToken ct, bool decides = false) => await db.RowAsync<KimRow>(
        $"""
        select g.group_id, g.name, g.slug, g.status, coalesce(r.place, g.seat) as village,
               (select count(*)::int from businesses b where b.group_id = g.group_id) as stalls,
               (select count(*)::int from memberships c where c.scope = g.group_id and c.role = 'Chair') as chairs
        from groups g left join app.regions r on r.code = g.seat
        where g.slug = {slug} and exists (
            select from memberships me
            where me.member_id = {asker.Scope} and me.desk = {Desk.Office} and g.seat || '.' like me.region || '.%'
              and (not {decides} or me.role = {nameof(OfficeRole.Officer)}))
        """, ct);

    /// <param name="curates">Only where the asker curates: somebody may do so in one KIM and write in another.</param>
    public async Task<StallRow?> StallOfMyKimAsync(Asker asker, string slug, CancellationToken ct, bool curates = false) => await db.RowAsync<StallRow>(
        $"""
        select b.business_id, b.name, b.slug, b.status, o.waiting, o.accepted, o.ready, o.away, o.complaints, o.answer_by
        from businesses b
        cross join lateral ({Orders}) o
        where b.slug = {slug}
          and b.group_id in (
              select scope from memberships
              where member_id = {asker.Scope} and desk = {Desk.Group}
                and (not {curates} or role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)})))
        """, ct);

    public Task<List<OfficeRow>> OfficesAsync(Asker asker, string after, CancellationToken ct) => db.RowsAsync<OfficeRow>(
        $"""
        select o.office_id, o.region, r.place
        from offices o left join app.regions r on r.code = o.region
        where o.region > {after}
          and exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Operator})
        order by o.region, o.office_id
        limit {PageSize + 1}
        """, ct);
}
