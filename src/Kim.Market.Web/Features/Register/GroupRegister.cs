using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.Pulses;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>A KIM in the office's list.</summary>
public sealed record RegisterRow(Guid GroupId, string Name, string Slug, string Place, short Status, short? Pulse, int Businesses, int Decrees, DateTime ProposedAt);

/// <summary>How many KIM stand where in the life of a KIM, by how they are felt.</summary>
public sealed record StatusCount(short Status, short? Pulse, int Count);

/// <summary>Everything the register holds of one KIM.</summary>
/// <param name="Decides">Whether the asker is an officer here: somebody may be one elsewhere and only read here.</param>
public sealed record RegisterEntry(
    Guid GroupId, long Version, string Name, string Slug, string Seat, short Basis, string Themes, string About, short Status, short? Reason,
    string? Note, short? Pulse, string? NationalId, string Area, DateOnly? FoundedOn, int? FoundedIn, DateOnly? TermFrom, DateOnly? TermUntil, int? Women,
    int? Men, string Sections, bool? HasStatutes, DateTime ProposedAt, DateTime ChangedAt, string Place, string TimeZone, int Businesses, bool Decides, int? MinMembers)
{
    public GroupStatus State => (GroupStatus)Status;

    /// <summary>What its office has set; the usual rules where no office has.</summary>
    public GroupRules Rules => GroupRules.Usual with { MinMembers = MinMembers ?? GroupRules.Usual.MinMembers };

    public bool HasTooFew => Rules.AreTooFew((Women ?? 0) + (Men ?? 0));

    public IReadOnlyList<GroupSection> Parts =>
        [.. Sections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<GroupSection>)];
}

/// <summary>A decree that names a KIM.</summary>
public sealed record DecreeEntry(
    Guid DecreeId, string Number, string Title, short Issuer, DateOnly IssuedOn, DateOnly? ValidUntil, bool Revoked, Guid? Paper, int Groups);

/// <summary>Reads the register for officers: of their own region, and every statement draws that line itself.</summary>
public sealed class GroupRegister(NpgsqlDataSource db)
{
    public const int PageSize = 30;

    /// <summary>Which KIM <c>g</c> lie in a region the asker answers for.</summary>
    public static SqlPart Within(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office}
              and (g.seat = m.region or (g.seat ~>=~ (m.region || '.') and g.seat ~<~ (m.region || '/'))))
        """);

    /// <summary>Whether a KIM <c>g</c> has a pulse at all: before it was active, and once it is suspended or over, there is none.</summary>
    public static SqlPart IsFelt => SqlPart.Of($"g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})");

    /// <summary>What a name or a place has to look like to hold what was typed.</summary>
    public static string Like(string query) =>
        $"%{query.Trim().ToLowerInvariant().Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>One page by name, and how many there are of each status.</summary>
    /// <param name="status">Null for all of them.</param>
    /// <param name="pulse">Null for all, also for those without any.</param>
    public async Task<(List<StatusCount> Counts, Slice<RegisterRow> Groups)> PageAsync(
        Asker asker, GroupStatus? status, GroupPulse? pulse, string query, GroupKey? after, CancellationToken ct)
    {
        var from = after ?? new GroupKey("", Guid.Empty);
        var like = Like(query);
        await using var batch = db.CreateBatch();
        batch.Add($"select g.status, g.pulse, count(*)::int as count from groups g where {Within(asker)} group by g.status, g.pulse");
        batch.Add(
            $"""
            select g.group_id, g.name, g.slug, r.place, g.status, g.pulse,
                   (select count(*) from businesses b where b.group_id = g.group_id and b.status = 1)::int as businesses,
                   (select count(*) from decree_groups d where d.group_id = g.group_id)::int as decrees, g.proposed_at
            from groups g
            join app.regions r on r.code = g.seat
            where {Within(asker)} and ({(short?)status}::smallint is null or g.status = {(short?)status})
              and ({(short?)pulse}::smallint is null or g.pulse = {(short?)pulse} and {IsFelt})
              and (lower(g.name) like {like} or lower(r.full_place) like {like})
              and (g.name, g.group_id) > ({from.Name}, {from.GroupId})
            order by g.name, g.group_id
            limit {PageSize + 1}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var counts = await reader.RowsAsync<StatusCount>(ct);
        await reader.NextResultAsync(ct);
        return (counts, Slice<RegisterRow>.Of(await reader.RowsAsync<RegisterRow>(ct), PageSize));
    }

    /// <summary>One KIM with its decrees; null when it is not the asker's to see.</summary>
    public async Task<(RegisterEntry Group, List<DecreeEntry> Decrees)?> FindAsync(Asker asker, string slug, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select g.group_id, g.version, g.name, g.slug, g.seat, g.basis, array_to_string(g.themes, ', ') as themes, g.about, g.status, g.reason,
                   g.note, g.pulse, g.national_id, coalesce(array_to_string(g.area, ', '), '') as area, g.founded_on, g.founded_in, g.term_from, g.term_until, g.women, g.men,
                   coalesce(array_to_string(g.sections, ' '), '') as sections,
                   g.has_statutes, g.proposed_at, g.changed_at, r.full_place as place, r.time_zone,
                   (select count(*) from businesses b where b.group_id = g.group_id and b.status = 1)::int as businesses,
                   exists (
                       select from memberships m
                       where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
                         and (g.seat = m.region or (g.seat ~>=~ (m.region || '.') and g.seat ~<~ (m.region || '/')))) as decides,
                   {PulseBook.MinMembers} as min_members
            from groups g
            join app.regions r on r.code = g.seat
            where g.slug = {slug} and {Within(asker)}
            """);
        batch.Add(
            $"""
            select d.decree_id, d.number, d.title, d.issuer, d.issued_on, d.valid_until, d.revoked, d.paper,
                   (select count(*) from decree_groups other where other.decree_id = d.decree_id)::int as groups
            from decree_groups named
            join decrees d on d.decree_id = named.decree_id
            join groups g on g.group_id = named.group_id
            where g.slug = {slug} and {Within(asker)}
            order by d.issued_on desc, d.decree_id
            limit 50
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = await reader.RowsAsync<RegisterEntry>(ct);
        await reader.NextResultAsync(ct);
        var decrees = await reader.RowsAsync<DecreeEntry>(ct);
        return found is [var entry] ? (entry, decrees) : null;
    }
}
