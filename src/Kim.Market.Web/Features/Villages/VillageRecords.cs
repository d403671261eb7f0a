using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Villages;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Villages;

/// <summary>What is on record of one village, the newest year of each first.</summary>
public sealed record ShownRecord(string Village, string Indices, string Classes)
{
    public static readonly ShownRecord Nothing = new("", "[]", "[]");

    public IReadOnlyList<VillageIndex> Years => JsonSerializer.Deserialize(Indices, VillageJson.Default.VillageIndexArray)!;

    public IReadOnlyList<TourismStanding> Standings => JsonSerializer.Deserialize(Classes, VillageJson.Default.TourismStandingArray)!;
}

/// <summary>How many villages within a place stand alike.</summary>
public sealed record StandingCount(short? Status, short? Class, int Villages);

/// <summary>A village before an office of its region.</summary>
public sealed record OfficeVillage(string Code, string Name, string Place, string TimeZone, string? Indices, string? Classes)
{
    public RegionCode Region => RegionCode.Parse(Code);

    public ShownRecord Record => Indices is null || Classes is null ? ShownRecord.Nothing : new(Code, Indices, Classes);
}

/// <summary>Reads what is on record of villages, and writes it; whose region it is every statement asks for itself.</summary>
public sealed class VillageRecords(NpgsqlDataSource db, Marketplace marketplace, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>The statement for the page of a village, which reads it beside its own lists.</summary>
    public static Sql Of(params string[] villages) =>
        $"select w.village, w.indices::text as indices, w.classes::text as classes from village_records w where w.village = any({villages})";

    /// <summary>The statement for the page of a wider place: its villages counted by how they stand, each by its newest year.</summary>
    public static Sql CountsIn(RegionCode place) =>
        $"""
        select w.status, w.class, count(*)::int as villages
        from village_records w
        where w.village ~>=~ {place.Value} and w.village ~<~ {place.Value + '/'}
        group by w.status, w.class
        """;

    /// <summary>Those of which something is on record in the asker's regions, in the order of their codes.</summary>
    public Task<List<OfficeVillage>> OfRegionAsync(Asker asker, string after, CancellationToken ct) => db.RowsAsync<OfficeVillage>(
        $"{All} join village_records w on w.village = (r.code collate \"default\") where {Watches(asker)} and r.code > {after} order by r.code limit {PageSize + 1}", ct);

    /// <summary>Null for what is no village of the asker's regions.</summary>
    public async Task<OfficeVillage?> FindAsync(Asker asker, RegionCode village, CancellationToken ct) => village.IsVillage()
        ? await db.RowAsync<OfficeVillage>(
            $"{All} left join village_records w on w.village = (r.code collate \"default\") where r.code = {village.Value} and {Watches(asker)}", ct)
        : null;

    /// <summary>The office in whose name the asker writes of a village; null where that is none.</summary>
    public async Task<Id<Office>?> OfficeOfAsync(Asker asker, RegionCode village, CancellationToken ct)
    {
        var offices = await db.RowsAsync<Guid>(
            $"""
            select m.scope from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)} and {village.Value + "."} like m.region || '.%'
            order by length(m.region) desc
            limit 1
            """, ct);
        return offices is [var office] ? new(office) : null;
    }

    /// <param name="decide">Null is a village of which nothing is on record.</param>
    public Task<Refusal?> TellAsync(
        RegionCode village, Func<VillageRecord?, DateTimeOffset, Decision<VillageEvent>> decide, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync<VillageRecord, VillageEvent>(VillageRecord.Of(village), known => decide(known, clock.GetUtcNow()), asker.By(), ct);

    private static SqlPart All => SqlPart.Of(
        $"select r.code, r.name, r.full_place as place, r.time_zone, w.indices::text as indices, w.classes::text as classes from app.regions r");

    private static SqlPart Watches(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and r.code || '.' like m.region || '.%')
        """);
}
