using System.Globalization;
using System.Text.Json;
using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A region of a file of boundaries.</summary>
public sealed record ReadBoundary(RegionCode Code, Outline Outline);

/// <summary>
/// Reads outlines from GeoJSON (RFC 7946): a FeatureCollection of Polygon or MultiPolygon, in degrees, each feature with the Kemendagri
/// code of its region in a property. All of it or nothing: the first things that are wrong are told.
/// </summary>
public static class BoundaryFile
{
    public const long MostBytes = 64 * 1024 * 1024;
    public const int MostFeatures = 10_000;
    public const int MostPoints = 4_000_000;

    private const int Deepest = 12;
    private const int MostProblems = 10;

    /// <summary>What data of offices calls it.</summary>
    private static readonly string[] Names = ["kode", "code", "kode_kemendagri", "kdppum", "kd_wilayah", "KODE", "KDPPUM", "KDEPUM"];

    // With a little sea around.
    private const double West = 94, East = 142, South = -12, North = 7;

    public static (IReadOnlyList<ReadBoundary> Boundaries, IReadOnlyList<string> Problems) Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = Deepest });
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return ([], [$"This is no JSON of {Deepest} levels at most: {broken.Message}"]);
        }
    }

    private static (IReadOnlyList<ReadBoundary>, IReadOnlyList<string>) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            return ([], ["This is no FeatureCollection."]);
        }

        if (features.GetArrayLength() > MostFeatures)
        {
            return ([], [$"More than {MostFeatures} features: bring them in several files."]);
        }

        List<string> problems = [];
        var found = new Dictionary<RegionCode, ReadBoundary>();
        var points = 0;
        foreach (var (number, feature) in features.EnumerateArray().Index())
        {
            if (problems.Count == MostProblems)
            {
                break;
            }

            try
            {
                var boundary = ReadFeature(feature, ref points);
                if (!found.TryAdd(boundary.Code, boundary))
                {
                    problems.Add($"Feature {number + 1}: {boundary.Code} comes twice.");
                }
            }
            catch (FormatException wrong)
            {
                problems.Add($"Feature {number + 1}: {wrong.Message}");
            }
        }

        return ([.. found.Values], problems);
    }

    private static ReadBoundary ReadFeature(JsonElement feature, ref int points)
    {
        var code = CodeOf(feature);
        if (Property(feature, "geometry") is not { ValueKind: JsonValueKind.Object } geometry || Property(geometry, "coordinates") is not { ValueKind: JsonValueKind.Array } coordinates)
        {
            throw new FormatException("it has no geometry.");
        }

        List<IReadOnlyList<MapPoint>> rings = [];
        foreach (var polygon in Property(geometry, "type")?.GetRawText() switch
        {
            "\"Polygon\"" => [coordinates],
            "\"MultiPolygon\"" => coordinates.EnumerateArray().ToList(),
            _ => throw new FormatException("it is neither Polygon nor MultiPolygon."),
        })
        {
            foreach (var ring in Listed(polygon))
            {
                rings.Add([.. Listed(ring).Select(Point)]);
                points += rings[^1].Count;
                if (points > MostPoints)
                {
                    throw new FormatException($"the file has more than {MostPoints.ToString("N0", CultureInfo.InvariantCulture)} points.");
                }
            }
        }

        return new(code, Outline.Of(rings) ?? throw new FormatException("it is too small, or too torn, to be drawn."));
    }

    private static RegionCode CodeOf(JsonElement feature)
    {
        foreach (var name in Names)
        {
            if (Property(feature, "properties") is { ValueKind: JsonValueKind.Object } properties && Property(properties, name) is { } value
                && RegionCode.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), null, out var code))
            {
                return code;
            }
        }

        throw new FormatException($"no property ({string.Join(", ", Names.Distinct(StringComparer.OrdinalIgnoreCase))}) holds a Kemendagri code.");
    }

    private static MapPoint Point(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2
            || position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number)
        {
            throw new FormatException("a point is not two numbers.");
        }

        var (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
        return longitude is >= West and <= East && latitude is >= South and <= North
            ? MapPoint.Of(longitude, latitude)
            : throw new FormatException("a point lies outside Indonesia: GeoJSON wants longitude first, in degrees.");
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;

    private static JsonElement.ArrayEnumerator Listed(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw new FormatException("its coordinates are no lists of lists.");
}
