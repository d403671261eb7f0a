using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Certificates;
using Npgsql;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>Counts what the platform itself knows of a KIM that its office assesses.</summary>
public sealed class AssessmentFigures(NpgsqlDataSource db, TimeProvider clock)
{
    private const int Quarter = 90;
    private const int Year = 365;

    private static readonly short[] Posts = [(short)BoardPost.Chair, (short)BoardPost.Secretary, (short)BoardPost.Treasurer];
    private static readonly short[] Licences = [(short)CertificateKind.Nib, (short)CertificateKind.PIrt, (short)CertificateKind.Halal];

    /// <summary>Of a KIM that the caller has found: a figure for every item that is measured, and for what else is known.</summary>
    public async Task<IReadOnlyDictionary<AssessmentItem, int>> OfAsync(Guid kim, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = (await db.RowsAsync<Counted>(
            $"""
            select (select count(*) from decree_groups n join decrees d on d.decree_id = n.decree_id
                    where n.group_id = g.group_id and not d.revoked and (d.valid_until is null or d.valid_until >= here.today))::int as decree,
                   (select count(distinct s.post) from board_seats s
                    where s.group_id = g.group_id and s.post = any({Posts}) and (s.term_until is null or s.term_until >= here.today))::int as board,
                   (g.national_id is not null)::int as national_id,
                   (coalesce(g.women, 0) + coalesce(g.men, 0) > 0 and exists (
                       select from events.mt_events e
                       where e.stream_id = g.group_id and e.type = 'group_described' and (e.data ->> 'At')::timestamptz > {now.AddDays(-Year)}))::int as member_list,
                   (g.about <> '')::int + (g.cover is not null)::int + (jsonb_array_length(g.storefront -> 'Hours') > 0)::int as storefront,
                   (select count(*) from group_acts a where a.group_id = g.group_id and a.at > {now.AddDays(-Quarter)})::int as acts,
                   (select count(*) from stories t where t.group_id = g.group_id and t.shown and t.written_at > {now.AddDays(-Quarter)})::int as stories,
                   jsonb_array_length(g.storefront -> 'Channels') as channels,
                   (select count(*) from contests c where c.winners @> array[g.group_id] and c.decided_at > {now.AddDays(-2 * Year)})::int as won,
                   shops.sellers, shops.products, shops.orders, coalesce(100 * shops.licensed / nullif(shops.open, 0), 0)::int as papers
            from groups g
            join app.regions r on r.code = g.seat
            cross join lateral (select ({now} at time zone r.time_zone)::date as today) here
            cross join lateral (
                select count(*) filter (where b.status = {(short)BusinessStatus.Open}) as open,
                       count(*) filter (where b.status = {(short)BusinessStatus.Open} and goods.shown > 0)::int as sellers,
                       coalesce(sum(goods.shown) filter (where b.status = {(short)BusinessStatus.Open}), 0)::int as products,
                       coalesce(sum(sold.orders), 0)::int as orders,
                       count(*) filter (where b.status = {(short)BusinessStatus.Open} and exists (
                           select from certificates c join app.regions cr on cr.code = b.village
                           where c.business_id = b.business_id and c.kind = any({Licences}) and {Badges.Holds(now)})) as licensed
                from businesses b
                cross join lateral (select count(*) as shown from products p where p.business_id = b.business_id and p.status = {(short)ProductStatus.Published}) goods
                cross join lateral (
                    select count(*) as orders from orders o
                    where o.business_id = b.business_id and o.status = {(short)OrderStatus.Completed} and o.placed_at > {now.AddDays(-Year)}) sold
                where b.group_id = g.group_id
            ) shops
            where g.group_id = {kim}
            """, ct))[0];
        var figures = new Dictionary<AssessmentItem, int>
        {
            [AssessmentItem.Decree] = row.Decree,
            [AssessmentItem.Board] = row.Board,
            [AssessmentItem.NationalId] = row.NationalId,
            [AssessmentItem.MemberList] = row.MemberList,
            [AssessmentItem.Storefront] = row.Storefront,
            [AssessmentItem.Acts] = row.Acts,
            [AssessmentItem.Stories] = row.Stories,
            [AssessmentItem.Channels] = row.Channels,
            [AssessmentItem.Sellers] = row.Sellers,
            [AssessmentItem.Products] = row.Products,
            [AssessmentItem.Orders] = row.Orders,
            [AssessmentItem.Papers] = row.Papers,
        };
        if (row.Won > 0)
        {
            figures[AssessmentItem.Achievements] = row.Won; // what was achieved elsewhere, an officer answers
        }

        return figures;
    }

    private sealed record Counted(
        int Decree, int Board, int NationalId, int MemberList, int Storefront, int Acts, int Stories, int Channels, int Won, int Sellers, int Products, int Orders, int Papers);
}
