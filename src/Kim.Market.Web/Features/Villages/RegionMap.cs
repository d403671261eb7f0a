using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Villages;

/// <summary>One place in the table behind a map, and its square where it has one.</summary>
public sealed record MappedPlace(RegionCode Code, string Name, RegionTally Tally, Tile? Tile);

/// <summary>The places within a region and how much there is in each, to be coloured by one of the counts.</summary>
public sealed record RegionMap(RegionCode Region, TallyKind Kind, RegionTally Total, IReadOnlyList<MappedPlace> Places)
{
    /// <summary>Shades beside the one for nothing.</summary>
    private const int Shades = 4;

    public bool HasTiles => Places.Any(place => place.Tile is not null);

    private long Most => Places.Max(place => place.Tally[Kind]);

    public static RegionMap Of(RegionCode region, TallyKind kind, IEnumerable<NearbyRow> within, IReadOnlyList<RegionTally> tallies, IReadOnlyList<Tile> tiles)
    {
        var known = tallies.ToDictionary(tally => tally.Code);
        return new(region, kind, RegionTally.Sum(region.Value, tallies),
        [
            .. within.Select(place => new MappedPlace(
                place.Region, place.Name, known.GetValueOrDefault(place.Code) ?? RegionTally.Sum(place.Code, []),
                tiles.FirstOrDefault(tile => tile.District.Value == place.Code))),
        ]);
    }

    /// <summary>0 for nothing, else 1 to 4: by the share of what the place with the most has.</summary>
    public int ShadeOf(long count) => count == 0 ? 0 : (int)(((count * Shades) + Most - 1) / Most);

    /// <summary>What each shade that is used stands for.</summary>
    public IReadOnlyList<(int Shade, long From, long To)> Legend =>
    [
        .. Places.Select(place => place.Tally[Kind]).Distinct().GroupBy(ShadeOf).OrderBy(shade => shade.Key)
            .Select(shade => (shade.Key, shade.Min(), shade.Max())),
    ];
}
