using System.Text.Json;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Npgsql;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>A potential before those who write it or decide on it.</summary>
/// <param name="Shows">Whether everybody reads it, perhaps as it was before.</param>
public sealed record DeskPotential(
    Guid PotentialId, long Version, string Slug, short Status, string Sheet, bool Shows, string? Note, DateTime ProposedAt, DateTime ChangedAt,
    Guid GroupId, string Group, string GroupSlug, string Village, string Place, string TimeZone)
{
    public PotentialStatus State => (PotentialStatus)Status;

    public PotentialSheet Says => PotentialSheets.Read(Sheet);
}

/// <summary>A village that a KIM may write about.</summary>
public sealed record OwnVillage(string Code, string Name, string Place);

/// <summary>Where a page of potentials ended; the next one starts behind it.</summary>
public sealed record PotentialKey(DateTime At, Guid PotentialId)
{
    /// <summary>Null for a text that is no key: the list then begins at its top.</summary>
    public static PotentialKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;
}

/// <summary>How sheets lie in their columns: as in the events.</summary>
internal static class PotentialSheets
{
    public static PotentialSheet Read(string text) => JsonSerializer.Deserialize(text, EventJson.Default.PotentialSheet)!;
}

/// <summary>Reads potentials for those who write them and for the office; every statement draws its own line.</summary>
public sealed class PotentialBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    /// <summary>A kecamatan has fewer villages than that.</summary>
    private const int Villages = 120;

    private static readonly PotentialKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);
    private static readonly PotentialKey Oldest = new(DateTime.UnixEpoch, Guid.Empty);

    /// <summary>What a KIM has written, the newest first.</summary>
    public Task<List<DeskPotential>> OfKimAsync(Asker asker, Guid kim, PotentialKey? after, CancellationToken ct)
    {
        var from = after ?? Newest;
        return db.RowsAsync<DeskPotential>(
            $"""
            {All} where o.group_id = {kim} and {Writes(asker)} and (o.proposed_at, o.potential_id) < ({from.At}, {from.PotentialId})
            order by o.proposed_at desc, o.potential_id desc
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>Null when it is none of a KIM where the asker writes.</summary>
    public async Task<DeskPotential?> FindAsync(Asker asker, Guid potential, CancellationToken ct) =>
        await db.RowAsync<DeskPotential>($"{All} where o.potential_id = {potential} and {Writes(asker)}", ct);

    /// <summary>Where the asker's KIM is at home and works: a kecamatan stands for all its villages.</summary>
    public Task<List<OwnVillage>> VillagesAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<OwnVillage>(
        $"""
        with places as (
            select place from groups g, unnest(array[g.seat] || coalesce(g.area, array[]::text[])) place where g.group_id = {kim} and {Writes(asker)})
        select r.code, r.name, r.full_place as place
        from (
            select r.code from places join app.regions r on r.code = places.place
            union
            select r.code from places join app.regions r on r.parent = places.place) found
        join app.regions r on r.code = found.code
        where length(r.code) = 13
        order by r.code
        limit {Villages}
        """, ct);

    /// <summary>What waits for an officer of the asker's regions, or what was confirmed there; the longest ago first.</summary>
    public Task<List<DeskPotential>> OfRegionAsync(Asker asker, PotentialStatus status, PotentialKey? after, CancellationToken ct)
    {
        var from = after ?? Oldest;
        return db.RowsAsync<DeskPotential>(
            $"""
            {All} where o.status = {(short)status} and {Watches(asker)} and (o.changed_at, o.potential_id) > ({from.At}, {from.PotentialId})
            order by o.changed_at, o.potential_id
            limit {PageSize + 1}
            """, ct);
    }

    public async Task<int> WaitingAsync(Asker asker, CancellationToken ct) => (await db.RowsAsync<int>(
        $"select count(*)::int from potentials o where o.status = {(short)PotentialStatus.Waiting} and {Watches(asker)}", ct))[0];

    /// <summary>The office in whose name the asker decides on it; null where that is none.</summary>
    public async Task<Guid?> OfficeOfAsync(Asker asker, Guid potential, CancellationToken ct)
    {
        var offices = await db.RowsAsync<Guid>(
            $"""
            select m.scope
            from potentials o
            join memberships m on o.village || '.' like m.region || '.%'
            where o.potential_id = {potential} and m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
            order by length(m.region) desc
            limit 1
            """, ct);
        return offices.Count > 0 ? offices[0] : null;
    }

    private static SqlPart All => SqlPart.Of(
        $"""
        select o.potential_id, o.version, o.slug, o.status, o.sheet::text as sheet, o.shown is not null as shows, o.note, o.proposed_at, o.changed_at,
               g.group_id, g.name as "group", g.slug as group_slug, o.village, r.full_place as place, r.time_zone
        from potentials o
        join groups g on g.group_id = o.group_id
        join app.regions r on r.code = o.village
        """);

    /// <summary>Who writes in the name of a KIM <c>g</c>, of its villages or of its people: in this very KIM, for somebody may keep the purse of another.</summary>
    internal static SqlPart Writes(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = g.group_id
              and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}, {nameof(GroupRole.Writer)}))
        """);

    private static SqlPart Watches(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and o.village || '.' like m.region || '.%')
        """);
}
