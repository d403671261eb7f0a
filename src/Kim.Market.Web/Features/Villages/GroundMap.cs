using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Villages;

/// <summary>Something to visit that says where it is.</summary>
public sealed record PinRow(string Slug, string Title, string Place, decimal Latitude, decimal Longitude)
{
    /// <summary>What the phone's own map opens (RFC 5870).</summary>
    public string Geo => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");

    public MapPoint At => MapPoint.Of((double)Longitude, (double)Latitude);
}

/// <summary>A map of our own: outlines that somebody has brought, and pins of what says itself where it is. Nothing is asked of anybody else.</summary>
public sealed record GroundMap(IReadOnlyList<BoundaryRow> Outlines, IReadOnlyList<PinRow> Pins)
{
    public const int MostPins = 100;

    /// <summary>A map of one pin and nothing else shows that much around it: some ten kilometres.</summary>
    private const int Least = 100;

    private (int West, int North, int East, int South) Box
    {
        get
        {
            var points = Pins.Select(pin => pin.At).ToList();
            var (west, north) = (Outlines.Select(row => row.West).Concat(points.Select(point => point.X)).Min(), Outlines.Select(row => row.North).Concat(points.Select(point => point.Y)).Min());
            var (east, south) = (Outlines.Select(row => row.East).Concat(points.Select(point => point.X)).Max(), Outlines.Select(row => row.South).Concat(points.Select(point => point.Y)).Max());
            var rim = Math.Max(Math.Max(east - west, south - north) / 12, 1);
            var (wide, high) = (Math.Max(east - west, Least) + (2 * rim), Math.Max(south - north, Least) + (2 * rim));
            return (((west + east) / 2) - (wide / 2), ((north + south) / 2) - (high / 2), ((west + east) / 2) + (wide / 2), ((north + south) / 2) + (high / 2));
        }
    }

    public bool IsEmpty => Outlines.Count == 0 && Pins.Count == 0;

    /// <summary>Whether there is more to draw than one pin on empty ground, which would only look like a map.</summary>
    public bool IsDrawn => Outlines.Count > 0 || Pins.Count > 1;

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{Box.West} {Box.North} {Box.East - Box.West} {Box.South - Box.North}");

    /// <summary>How large a pin is, in the map's own units, so that it is as large on every map.</summary>
    public int PinSize => Math.Max((Box.East - Box.West) / 32, 1);

    /// <summary>The pins of a place, for pages that read them beside their own lists.</summary>
    public static Sql PinsOf(RegionCode place) =>
        $"""
        select o.slug, o.shown ->> 'Title' as title, r.place,
               (o.shown #>> {"{Visit,Spot,Latitude}"}::text[])::numeric as latitude, (o.shown #>> {"{Visit,Spot,Longitude}"}::text[])::numeric as longitude
        from potentials o
        join app.regions r on r.code = o.village
        where o.shown is not null and o.village ~>=~ {place.Value} and o.village ~<~ {place.Value + '/'}
          and o.shown #>> {"{Visit,Spot,Latitude}"}::text[] is not null
        order by o.shown_at desc, o.potential_id
        limit {MostPins}
        """;
}
