using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.WebDomains;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>A KIM whose names the asker looks after.</summary>
public sealed record NamedKim(Guid GroupId, string Name, string Slug, string TimeZone, short Status)
{
    /// <summary>Dissolved: nothing of it changes any more.</summary>
    public bool IsOver => Status == (short)GroupStatus.Dissolved;
}

/// <summary>A name on the desk of whoever looks after it.</summary>
public sealed record DeskDomain(
    Guid DomainId, string Host, short Standing, DateTime Since, short? EndReason, DateTime? LookedAt, bool Record, bool Reached)
{
    public DomainStanding Stands => (DomainStanding)Standing;

    public DomainEnd? End => (DomainEnd?)EndReason;

    public string Proof => WebDomain.ProofOf(new(DomainId));

    /// <summary>When it is switched off, unless its proof comes back.</summary>
    public DateTime OffAt => Since + WebDomain.Patience;
}

/// <summary>Reads the names of KIM, for its chair and its curators.</summary>
public sealed class WebDomainBook(NpgsqlDataSource db)
{
    private const int Shown = 12;

    /// <summary>Null when the asker does not look after it.</summary>
    public async Task<NamedKim?> KimAsync(Asker asker, string slug, CancellationToken ct) => await db.RowAsync<NamedKim>(
        $"""
        select g.group_id, g.name, g.slug, r.time_zone, g.status
        from groups g join app.regions r on r.code = g.seat
        where g.slug = {slug} and {Keeps(asker)}
        """, ct);

    /// <summary>Those that live, and the last that ended.</summary>
    public Task<List<DeskDomain>> OfAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<DeskDomain>(
        $"""
        select d.domain_id, d.host, d.standing, d.since, d.end_reason, c.looked_at, coalesce(c.record, false) as record, coalesce(c.reached, false) as reached
        from web_domains d join groups g on g.group_id = d.group_id left join app.domain_checks c on c.domain_id = d.domain_id
        where d.group_id = {kim} and {Keeps(asker)}
        order by d.standing = {(short)DomainStanding.Over}, d.claimed_at desc
        limit {Shown}
        """, ct);

    /// <summary>Every name that shows a page now, and the proof of it.</summary>
    public Task<List<ShownDomain>> ShownAsync(CancellationToken ct) => db.RowsAsync<ShownDomain>(
        $"""
        select d.host, d.domain_id, g.slug
        from web_domains d join groups g on g.group_id = d.group_id
        where d.standing in ({(short)DomainStanding.Verified}, {(short)DomainStanding.Missed})
        order by d.host
        limit {DomainMap.Most}
        """, ct);

    /// <summary>Whose a name is that shows a page.</summary>
    public async Task<Guid?> HolderAsync(string host, CancellationToken ct) => await db.RowsAsync<Guid>(
        $"select domain_id from web_domains where host = {host} and standing in ({(short)DomainStanding.Verified}, {(short)DomainStanding.Missed})", ct)
        is [var holder] ? holder : null;

    /// <summary>Whether there is such a KIM: certificates are asked for no other name.</summary>
    public async Task<bool> IsKimAsync(string slug, CancellationToken ct) =>
        Slug.IsValid(slug) && await db.RowsAsync<int>($"select 1 from groups where slug = {slug}", ct) is [_];

    private static SqlPart Keeps(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = g.group_id
              and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
        """);
}
