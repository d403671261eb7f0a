using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Demand;

/// <summary>Words that were searched for and not found.</summary>
/// <param name="Place">The kecamatan from whose pages; null for the whole market.</param>
/// <param name="Visitors">Different ones in the last thirty days, five at least.</param>
public sealed record Wanted(string Term, string? Place, int Visitors, DateOnly Last);

/// <summary>Reads what is wanted where the asker works: for the board of a KIM in its kecamatan, for an office in its region.</summary>
public sealed class DemandBook(NpgsqlDataSource db, TimeProvider clock)
{
    private const int Shown = 60;

    public Task<List<Wanted>> OfKimAsync(Asker asker, Guid kim, CancellationToken ct) => OfAsync(SqlPart.Of(
        $"""
        select left(g.seat, {DemandPlace.DistrictLength}) as region from groups g
        where g.group_id = {kim} and exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = g.group_id)
        """), ct);

    public Task<List<Wanted>> OfOfficeAsync(Asker asker, Guid office, CancellationToken ct) => OfAsync(SqlPart.Of(
        $"""
        select o.region from offices o
        where o.office_id = {office} and exists (
            select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = o.office_id
              and m.role in ({nameof(OfficeRole.Officer)}, {nameof(OfficeRole.Auditor)}))
        """), ct);

    // What has come to a stall since is wanted no more, from this look on. Below five nothing is said, of the market as of a kecamatan.
    private Task<List<Wanted>> OfAsync(SqlPart asked, CancellationToken ct) => db.RowsAsync<Wanted>(
        $"""
        with asked as ({asked}), open as materialized (
            select t.mark, t.term from app.demand_terms t
            where not exists (
                select from search_products p
                where p.body @@ (select string_agg(quote_literal(word) || ':*', '&')::tsquery from unnest(string_to_array(t.term, ' ')) word))
        )
        select term, place, visitors, last
        from (
            select o.term, null as place, count(distinct m.visitor)::int as visitors, max(m.day) as last
            from asked, open o join app.demand_marks m on m.mark = o.mark and m.day >= {DemandLog.Since(clock)}
            group by o.mark, o.term
            union all
            select o.term, r.place, count(distinct m.visitor)::int, max(m.day)
            from asked a, open o
            join app.demand_marks m on m.mark = o.mark and m.day >= {DemandLog.Since(clock)}
            join app.regions r on r.code = m.district
            where m.district || '.' like a.region || '.%'
            group by o.mark, o.term, r.code, r.place
        ) wanted
        where visitors >= {DemandTerm.Fewest}
        order by place is null, visitors desc, term, place
        limit {Shown}
        """, ct);
}
