using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A point of a map: one unit is a thousandth of a degree, some hundred metres here; y grows to the south, as on a screen.</summary>
public readonly record struct MapPoint(int X, int Y)
{
    public const int UnitsPerDegree = 1_000;

    public static MapPoint Of(double longitude, double latitude) =>
        new((int)Math.Round(longitude * UnitsPerDegree), (int)Math.Round(-latitude * UnitsPerDegree));
}

/// <summary>The outline of a region, coarse enough to travel in a page.</summary>
/// <remarks>
/// Points are moved onto a grid, and what falls together is dropped. Neighbours that share a border move alike, so that no gap opens
/// between them, as it would if each was simplified by itself.
/// </remarks>
public sealed record Outline(string Path, int West, int North, int East, int South)
{
    /// <summary>More nobody sees on a telephone.</summary>
    public const int MostPoints = 400;

    private const int FinestGrid = 2;
    private const int CoarsestGrid = 256;

    /// <summary>Null where nothing is left of it: it is smaller than the map can show.</summary>
    public static Outline? Of(IReadOnlyList<IReadOnlyList<MapPoint>> rings)
    {
        for (var grid = FinestGrid; grid <= CoarsestGrid; grid *= 2)
        {
            var coarse = rings.Select(ring => Coarse(ring, grid)).Where(ring => ring.Count > 2).ToList();
            var points = coarse.Sum(ring => ring.Count);
            if (points is > 0 and <= MostPoints)
            {
                var all = coarse.SelectMany(ring => ring).ToList();
                return new(Drawn(coarse), all.Min(point => point.X), all.Min(point => point.Y), all.Max(point => point.X), all.Max(point => point.Y));
            }
        }

        return null;
    }

    private static List<MapPoint> Coarse(IReadOnlyList<MapPoint> ring, int grid)
    {
        var coarse = new List<MapPoint>();
        foreach (var point in ring)
        {
            var moved = new MapPoint(Snapped(point.X, grid), Snapped(point.Y, grid));
            if (coarse.Count > 0 && coarse[^1] == moved)
            {
                continue;
            }

            while (coarse.Count > 1 && IsBetween(coarse[^2], coarse[^1], moved))
            {
                coarse.RemoveAt(coarse.Count - 1);
            }

            coarse.Add(moved);
        }

        if (coarse.Count > 1 && coarse[0] == coarse[^1])
        {
            coarse.RemoveAt(coarse.Count - 1);
        }

        return coarse;
    }

    private static int Snapped(int at, int grid) => (int)Math.Round((double)at / grid) * grid;

    private static bool IsBetween(MapPoint from, MapPoint point, MapPoint to) =>
        (long)(point.X - from.X) * (to.Y - from.Y) == (long)(point.Y - from.Y) * (to.X - from.X);

    // Relative steps are short: half the bytes.
    private static string Drawn(List<List<MapPoint>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
            for (var i = 1; i < ring.Count; i++)
            {
                var (x, y) = (ring[i].X - ring[i - 1].X, ring[i].Y - ring[i - 1].Y);
                path.Append(CultureInfo.InvariantCulture, $"{(i > 1 && x >= 0 ? " " : "")}{x}{(y >= 0 ? " " : "")}{y}");
            }

            path.Append('z');
        }

        return path.ToString();
    }
}
