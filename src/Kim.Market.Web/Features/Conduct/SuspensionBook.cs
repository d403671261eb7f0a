using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>A stall as those see it who may take it out of sight, and as its owner does.</summary>
public sealed record KnownStall(Guid BusinessId, string Name, string Slug, short Status, string Place, string TimeZone, string Group, string? Suspension)
{
    public BusinessStatus State => (BusinessStatus)Status;

    public bool IsSuspended => State == BusinessStatus.Suspended;

    public Zone Zone => Zone.Of(TimeZone);

    /// <summary>The last time it was out of sight; null when it never was.</summary>
    public StallSuspension? Last { get; } = Suspension is null ? null : JsonSerializer.Deserialize(Suspension, SuspensionJson.Default.StallSuspension);

    public SuspendedKey Key => new(Last?.WaitsSince is null, Name, BusinessId);
}

/// <summary>Where a page of stalls ended: first those whose owners wait, then the others by name.</summary>
public sealed record SuspendedKey(bool Quiet, string Name, Guid Id)
{
    /// <summary>The top for a text that is no key.</summary>
    public static SuspendedKey Read(string? text) => Cursor.TryRead(text, out string name, out var id) && name.Length > 0 ? new(name[0] == '1', name[1..], id) : new(false, "", Guid.Empty);

    public string Text => Cursor.Of((Quiet ? "1" : "0") + Name, Id);
}

/// <summary>Reads stalls that are out of sight, or may be taken there; every statement draws the line of the asker's own.</summary>
public sealed class SuspensionBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    /// <summary>Whoever means another stall writes more of its name.</summary>
    public const int MostFound = 20;

    /// <summary>Those of an office's region that are out of sight.</summary>
    public async Task<Slice<KnownStall>> OfOfficeAsync(Asker asker, Guid office, SuspendedKey after, CancellationToken ct) => Slice<KnownStall>.Of(
        await db.RowsAsync<KnownStall>(
            $"""
            {All}
            where b.status = 3 and {Watches(asker, office)}
              and (b.appealed_at is null, b.name, b.business_id) > ({after.Quiet}, {after.Name}, {after.Id})
            order by b.appealed_at is null, b.name, b.business_id limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>Stalls of an office's region that everybody sees, by a part of their name.</summary>
    public Task<List<KnownStall>> FindAsync(Asker asker, Guid office, string name, CancellationToken ct) => db.RowsAsync<KnownStall>(
        $"""
        {All}
        where b.status in (1, 2) and {Watches(asker, office)} and position({name.Trim().ToLowerInvariant()} in lower(b.name)) > 0
        order by b.name, b.business_id limit {MostFound}
        """, ct);

    /// <summary>How many owners of an office's region wait for an answer, and since when.</summary>
    public static Sql Waiting(SqlPart region) =>
        $"""
        select count(*)::int as count, (array_agg(b.name order by b.appealed_at))[1] as name, null as slug, min(b.appealed_at) as since
        from ({region}) o join businesses b on (b.village = o.region or b.village like o.region || '.%')
        where b.status = 3 and b.appealed_at is not null -- out of sight, as its index says it
        """;

    /// <summary>Null when the asker's offices do not answer for it.</summary>
    /// <param name="decides">Only for officers: auditors read.</param>
    public Task<KnownStall?> OfOfficeAsync(Asker asker, Guid id, CancellationToken ct, bool decides = false) => db.RowAsync<KnownStall>(
        $"""
        {All}
        where b.business_id = {id} and b.status <> 0 and exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and (not {decides} or m.role = {nameof(OfficeRole.Officer)})
              and (b.village = m.region or b.village like m.region || '.%'))
        """, ct);

    /// <summary>Null when it is not of a KIM whose seller the asker curates.</summary>
    public Task<KnownStall?> OfKimAsync(Asker asker, string slug, CancellationToken ct) => db.RowAsync<KnownStall>(
        $"""
        {All}
        where b.slug = {slug} and b.status <> 0 and exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = b.group_id and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
        """, ct);

    /// <summary>Null when the asker does not work there.</summary>
    public Task<KnownStall?> OfSellerAsync(Asker asker, string slug, CancellationToken ct) => db.RowAsync<KnownStall>(
        $"{All} where b.slug = {slug} and exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.scope = b.business_id)", ct);

    private static SqlPart All => SqlPart.Of(
        $"""
        select b.business_id, b.name, b.slug, b.status, coalesce(r.place, b.village) as place, coalesce(r.time_zone, 'Asia/Makassar') as time_zone, g.name as "group",
               b.suspension::text as suspension
        from businesses b join groups g on g.group_id = b.group_id left join app.regions r on r.code = b.village
        """);

    private static SqlPart Watches(Asker asker, Guid office) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office} and (b.village = m.region or b.village like m.region || '.%'))
        """);
}
