using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Entries;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Selections;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A place near the one being shown: around it, inside it, or the place itself.</summary>
public sealed record NearbyRow(string Code, string? Parent, string Name, string Place, int Businesses)
{
    public RegionCode Region => RegionCode.Parse(Code);
}

/// <summary>Everything that a place's page lists.</summary>
/// <param name="Listed">Businesses of a village that its office knows and that do not sell here yet.</param>
/// <param name="Ground">Outlines and pins, where there are any.</param>
/// <param name="Tallies">How much there is in each place within; none of a village.</param>
public sealed record RegionContents(
    IReadOnlyList<NearbyRow> Nearby, IReadOnlyList<GroupCardRow> Groups, Slice<BusinessCardRow> Businesses,
    Slice<ProductCardRow> Products, IReadOnlyList<ShownPotential> Potentials, IReadOnlyList<SeasonGoods> Seasonal, AnswerShare Answers, IReadOnlyList<StoryTeaser> Stories, int Listed,
    IReadOnlyList<RegionTally> Tallies, GroundMap Ground)
{
    /// <summary>What is on record of this very village.</summary>
    public ShownRecord Record { get; init; } = ShownRecord.Nothing;

    /// <summary>How the villages within stand.</summary>
    public IReadOnlyList<StandingCount> Standings { get; init; } = [];

    /// <summary>What the offices above have chosen, and goes on.</summary>
    public IReadOnlyList<SelectionTeaser> Selections { get; init; } = [];

    public NearbyRow? Find(RegionCode code) => Nearby.FirstOrDefault(place => place.Code == code.Value);

    /// <summary>What lies directly within.</summary>
    public IEnumerable<NearbyRow> Within(RegionCode code) => Nearby.Where(place => place.Parent == code.Value);
}

/// <summary>Reads what a place's page lists, in one statement.</summary>
public sealed class RegionPages(NpgsqlDataSource db, TimeProvider clock)
{
    public const int Groups = 12;
    private const int Places = 400;

    public async Task<RegionContents> ReadAsync(RegionCode region, ProductKey? product, BusinessKey? business, CancellationToken ct)
    {
        var found = (await db.RowAsync<ContentLists>(
            $"""
            select {Lists.Of(Nearby(LineOf(region)))} as nearby, {Lists.Of(GroupDirectory.InRegion(region, Groups))} as groups,
                   {Lists.Of(BusinessCards.OfRegion(region, business))} as businesses, {Lists.Of(ProductCards.OfRegion(region, product))} as products,
                   {Lists.Of(PotentialPages.OfPlace(region))} as potentials, {Lists.Of(SeasonCalendar.OfPlace(region, clock.GetUtcNow()))} as seasonal,
                   {StoryTeaser.OfVillage(region.Value)} as stories, {Lists.Of(EnquiryPages.ShareOf(region, clock.GetUtcNow()))} as answers,
                   ({SqlPart.Of(EntryDesk.CountOf(region))}) as listed, {Lists.Of(RegionTally.Within(region))} as tallies,
                   {Lists.Of(Boundaries.Within(region))} as outlines, {Lists.Of(GroundMap.PinsOf(region))} as pins,
                   {Lists.Of(VillageRecords.Of(region.Value))} as records, {Lists.Of(VillageRecords.CountsIn(region))} as standings,
                   {Lists.Of(SelectionBook.Running(LineOf(region), DateFormat.DayIn(clock.GetUtcNow(), SelectionDesk.ZoneOf(region))))} as selections
            """, ct))!;
        return new(
            Lists.Read<NearbyRow>(found.Nearby), Lists.Read<GroupCardRow>(found.Groups),
            Slice<BusinessCardRow>.Of(Lists.Read<BusinessCardRow>(found.Businesses), BusinessCards.PageSize),
            Slice<ProductCardRow>.Of(Lists.Read<ProductCardRow>(found.Products), ProductCards.PageSize), Lists.Read<ShownPotential>(found.Potentials),
            Lists.Read<SeasonGoods>(found.Seasonal), Lists.Read<AnswerShare>(found.Answers)[0], StoryTeaser.Read(found.Stories), found.Listed,
            Lists.Read<RegionTally>(found.Tallies), new(Lists.Read<BoundaryRow>(found.Outlines), Lists.Read<PinRow>(found.Pins)))
        {
            Record = Lists.Read<ShownRecord>(found.Records) is [var record] ? record : ShownRecord.Nothing,
            Standings = Lists.Read<StandingCount>(found.Standings),
            Selections = Lists.Read<SelectionTeaser>(found.Selections),
        };
    }

    /// <summary>The place and all it lies in, the smallest first.</summary>
    private static string[] LineOf(RegionCode region)
    {
        List<string> line = [];
        for (RegionCode? at = region; at is { } place; at = place.Parent)
        {
            line.Add(place.Value);
        }

        return [.. line];
    }

    // Codes of regions are in collation C, the index on villages is not: without "collate" it would not be used.
    private static Sql Nearby(string[] line) =>
        $"""
        select r.code, r.parent, r.name, r.place,
               (select count(*) from businesses b
                where b.status = 1 and b.village ~>=~ (r.code collate "default")
                  and b.village ~<~ (r.code || '/' collate "default"))::int as businesses
        from app.regions r
        where r.code = any({line}) or r.parent = any({line[..Math.Min(line.Length, 3)]})
        order by r.code
        limit {Places}
        """;

    private sealed record ContentLists(
        string? Nearby, string? Groups, string? Businesses, string? Products, string? Potentials, string? Seasonal, string? Stories, string? Answers, int Listed,
        string? Tallies, string? Outlines, string? Pins, string? Records, string? Standings, string? Selections);
}
