using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Acts;

/// <summary>An act in the history of a desk.</summary>
public sealed record PastAct(Guid ActId, short Kind, int Products, bool Undone, DateTime At, DateTime ChangedAt, string Desk)
{
    public ActKind What => (ActKind)Kind;

    public bool IsOpen(DateTimeOffset now) => now <= ChangedAt + Act.Patience;
}

/// <summary>Reads what was done at the desks the asker works at; every statement draws that line itself.</summary>
public sealed class ActHistory(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    private static readonly string[] Curators = [nameof(GroupRole.Chair), nameof(GroupRole.Curator)];
    private static readonly DateTime Newest = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The newest first, one more than a page holds.</summary>
    public Task<List<PastAct>> PageAsync(Asker asker, (DateTime At, Guid Act)? after, CancellationToken ct)
    {
        var (at, act) = after ?? (Newest, Guid.Empty);
        return db.RowsAsync<PastAct>(
            $"""
            select page.act_id, page.kind, page.products, page.undone, page.at, page.changed_at, coalesce(b.name, g.name) as desk
            from ({Desks(asker)}) m
            cross join lateral (
                select * from acts a
                where a.desk_id = m.scope and (a.at, a.act_id) < ({at}, {act})
                order by a.at desc, a.act_id desc
                limit {PageSize + 1}) page
            left join businesses b on b.business_id = page.desk_id
            left join groups g on g.group_id = page.desk_id
            order by page.at desc, page.act_id desc
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>The desk of an act that the asker may undo; null for any other.</summary>
    public async Task<Guid?> DeskOfAsync(Asker asker, Guid act, CancellationToken ct) => (await db.RowsAsync<Guid?>(
        $"select desk_id from acts where act_id = {act} and desk_id in ({Desks(asker)})", ct)).FirstOrDefault();

    private static SqlPart Desks(Asker asker) => SqlPart.Of(
        $"""
        select distinct scope from memberships
        where member_id = {asker.Scope}
          and ((desk = {Desk.Seller} and role <> {nameof(BusinessRole.OrderHelper)}) or (desk = {Desk.Group} and role = any({Curators})))
        """);
}
