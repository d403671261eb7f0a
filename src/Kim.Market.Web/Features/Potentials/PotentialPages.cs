using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Features.Villages;
using Npgsql;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>A potential as everybody reads it on the pages of places.</summary>
public sealed record ShownPotential(Guid PotentialId, string Slug, string Village, string Place, string Sheet, DateTime ShownAt)
{
    private PotentialSheet? _says;

    public PotentialSheet Says => _says ??= PotentialSheets.Read(Sheet);
}

/// <summary>A potential on a page of its own.</summary>
/// <param name="Sheet">Null when it was taken away.</param>
/// <param name="Note">Why it was taken away.</param>
public sealed record PotentialPage(
    Guid PotentialId, string Slug, string Title, string? Sheet, string? Note, DateTime ShownAt, DateTime ChangedAt, string Village, string Name,
    string Place, string TimeZone, Guid GroupId, string Group, string GroupSlug, string? Stories)
{
    public IReadOnlyList<StoryTeaser> Tellings => StoryTeaser.Read(Stories);

    public PotentialSheet? Says => Sheet is null ? null : PotentialSheets.Read(Sheet);
}

/// <summary>How many of a kind a place has.</summary>
public sealed record PotentialCount(short Kind, int Potentials);

/// <summary>Reads what officers have confirmed, for everybody.</summary>
public sealed class PotentialPages(NpgsqlDataSource db)
{
    public const int PageSize = 24;

    /// <summary>As many as the page of one village shows; of a wider place so many of the newest.</summary>
    public const int OnVillage = 60;

    public const int OnRegion = 12;

    private static readonly PotentialKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>The statement for the page of a place, which reads it beside its own lists.</summary>
    public static Sql OfPlace(RegionCode place) =>
        $"{Shown} where {In(place)} order by o.shown_at desc, o.potential_id desc limit {(place.Value.Length > 8 ? OnVillage : OnRegion) + 1}";

    /// <summary>One more than a page holds, and how many there are of each kind.</summary>
    public async Task<(List<ShownPotential> Potentials, List<PotentialCount> Counts)> OfAsync(
        RegionCode place, PotentialKind? kind, PotentialKey? after, CancellationToken ct)
    {
        var from = after ?? Newest;
        Sql page =
            $"""
            {Shown} where {In(place)} and ({(short?)kind}::smallint is null or o.shown_kind = {(short?)kind})
              and (o.shown_at, o.potential_id) < ({from.At}, {from.PotentialId})
            order by o.shown_at desc, o.potential_id desc
            limit {PageSize + 1}
            """;
        Sql counts = $"select o.shown_kind as kind, count(*)::int as potentials from potentials o where {In(place)} group by o.shown_kind order by o.shown_kind";
        var found = (await db.RowAsync<PageLists>($"select {Lists.Of(page)} as potentials, {Lists.Of(counts)} as counts", ct))!;
        return (Lists.Read<ShownPotential>(found.Potentials), Lists.Read<PotentialCount>(found.Counts));
    }

    /// <summary>Where one can travel to, those first that an officer looked at last.</summary>
    public Task<List<ShownPotential>> JourneysAsync(CancellationToken ct) => db.RowsAsync<ShownPotential>(
        $"{Shown} where o.shown is not null and o.shown ->> 'Visit' is not null order by o.shown_at desc, o.potential_id desc limit {OnRegion}", ct);

    /// <summary>These villages in their order, with all that is said of each; a code of no place is left out.</summary>
    public async Task<IReadOnlyList<ComparedVillage>> CompareAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        string[] asked = [.. codes];
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select r.code, r.name, r.full_place as place,
                   (select count(*) from groups g where g.seat = (r.code collate "default") and g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}))::int as groups,
                   (select count(*) from businesses b where b.village = (r.code collate "default") and b.status = 1)::int as businesses,
                   (select count(*) from shelf p where p.village = (r.code collate "default") and p.is_listed)::int as products
            from app.regions r
            where r.code = any({asked})
            order by array_position({asked}, r.code)
            """);
        batch.Add($"{Shown} where o.village = any({asked}) and o.shown is not null order by o.shown_at desc, o.potential_id desc limit {OnVillage * Comparison.Most}");
        batch.Add(VillageRecords.Of(asked));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var villages = await reader.RowsAsync<VillageCounts>(ct);
        await reader.NextResultAsync(ct);
        var potentials = (await reader.RowsAsync<ShownPotential>(ct)).ToLookup(potential => potential.Village);
        await reader.NextResultAsync(ct);
        var records = (await reader.RowsAsync<ShownRecord>(ct)).ToDictionary(record => record.Village, StringComparer.Ordinal);
        return [.. villages.Select(village => new ComparedVillage(
            village.Code, village.Name, village.Place, village.Groups, village.Businesses, village.Products)
        {
            Potentials = [.. potentials[village.Code]],
            Record = records.GetValueOrDefault(village.Code, ShownRecord.Nothing),
        })];
    }

    /// <summary>Null when no officer has ever confirmed it.</summary>
    public async Task<PotentialPage?> FindAsync(string slug, CancellationToken ct) => await db.RowAsync<PotentialPage>(
        $"""
        select o.potential_id, o.slug, o.title, o.shown::text as sheet, case when o.shown is null then o.note end as note, o.shown_at, o.changed_at,
               o.village, r.name, r.full_place as place, r.time_zone, g.group_id, g.name as "group", g.slug as group_slug, {StoryTeaser.OfPotential} as stories
        from potentials o
        join groups g on g.group_id = o.group_id
        join app.regions r on r.code = o.village
        where o.slug = {slug} and o.shown_at is not null
          and (o.shown is not null or o.status = {(short)PotentialStatus.Withdrawn})
        """, ct);

    private sealed record PageLists(string? Potentials, string? Counts);

    private sealed record VillageCounts(string Code, string Name, string Place, int Groups, int Businesses, int Products);

    private static SqlPart Shown => SqlPart.Of(
        $"""
        select o.potential_id, o.slug, o.village, r.place, o.shown::text as sheet, o.shown_at
        from potentials o
        join app.regions r on r.code = o.village
        """);

    private static SqlPart In(RegionCode place) =>
        SqlPart.Of($"o.shown is not null and o.village ~>=~ {place.Value} and o.village ~<~ {place.Value + '/'}");
}
