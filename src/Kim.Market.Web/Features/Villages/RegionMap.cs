using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Villages;

/// <summary>One place in the table behind a map, and its square where it has one.</summary>
public sealed record MappedPlace(RegionCode Code, string Name, RegionTally Tally, Tile? Tile)
{
    public bool IsBare => Tally is { Groups: 0, Businesses: 0, Products: 0, Potentials: 0, Orders: 0 };
}

/// <summary>The places within a region and how much there is in each, to be coloured by one of the counts.</summary>
public sealed record RegionMap(RegionCode Region, TallyKind Kind, RegionTally Total, IReadOnlyList<MappedPlace> Places)
{
    public bool HasTiles => Places.Any(place => place.Tile is not null);

    private Shades Shades => new([.. Places.Select(place => place.Tally[Kind])]);

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

    /// <inheritdoc cref="Villages.Shades.Of"/>
    public int ShadeOf(long count) => Shades.Of(count);

    /// <inheritdoc cref="Villages.Shades.Legend"/>
    public IReadOnlyList<(int Shade, long From, long To)> Legend => Shades.Legend;
}
