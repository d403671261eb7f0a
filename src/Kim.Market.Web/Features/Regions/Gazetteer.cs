using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Regions;

/// <summary>The regions of Indonesia as the three files in <c>seeds/regions</c> tell them.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, string> _names;
    private readonly PlaceWords _words;

    private Gazetteer(
        string hash, Dictionary<string, string> names, PlaceWords words, IReadOnlyList<Succession> successions) =>
        (Hash, _names, _words, Successions) = (hash, names, words, successions);

    /// <summary>Changes with the files and with the program that reads them: both decide what the tables say.</summary>
    public string Hash { get; }

    public int Count => _names.Count;

    public IReadOnlyList<Succession> Successions { get; }

    public static async Task<Gazetteer> ReadAsync(string folder, CancellationToken ct)
    {
        var regions = await File.ReadAllBytesAsync(Path.Combine(folder, "regions.csv.gz"), ct);
        var words = await File.ReadAllBytesAsync(Path.Combine(folder, "words.csv"), ct);
        var successions = await File.ReadAllBytesAsync(Path.Combine(folder, "successions.csv"), ct);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(regions);
        hash.AppendData(words);
        hash.AppendData(successions);
        hash.AppendData(typeof(Gazetteer).Module.ModuleVersionId.ToByteArray());

        await using var unpacked = new GZipStream(new MemoryStream(regions), CompressionMode.Decompress);
        return new(
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            Rows(unpacked, columns: 2).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal),
            new(Rows(new MemoryStream(words), columns: 3)
                .ToDictionary(row => (row[0], Enum.Parse<RegionKind>(row[1])), row => row[2])),
            [.. Rows(new MemoryStream(successions), columns: 5).Select(ToSuccession)]);
    }

    /// <summary>Larger regions first, as in the file.</summary>
    public IEnumerable<Region> Regions()
    {
        var titlesOf = new Dictionary<RegionCode, string[]>();
        return _names.Select(row => ToRegion(RegionCode.Parse(row.Key), row.Value, titlesOf));
    }

    private Region ToRegion(RegionCode code, string name, Dictionary<RegionCode, string[]> titlesOf)
    {
        string[] titles = [_words.Titled(code, name), .. code.Parent is { } parent ? titlesOf[parent] : []];
        if (titles.Length < 4)
        {
            titlesOf.Add(code, titles);
        }

        // Down to the regency a name is known by itself; below, it takes the next larger place to tell namesakes apart.
        var parts = titles.Length > 2 ? 2 : 1;
        var place = parts == 1 ? name : $"{titles[0]}, {titles[1]}";
        var full = string.Join(", ", titles.Skip(parts).Prepend(place));
        return new(code, name, _words.WordFor(code), place, full, IndonesianTime.ZoneOf(code));
    }

    private static Succession ToSuccession(string[] row) => new(
        RegionCode.Parse(row[0]),
        RegionCode.Parse(row[1]),
        row[2],
        row[3],
        DateOnly.ParseExact(row[4], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    // No name holds a comma, so a row is split and never quoted; the script that makes the files sees to it.
    private static IEnumerable<string[]> Rows(Stream csv, int columns)
    {
        using var reader = new StreamReader(csv);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',') is var row && row.Length == columns
                ? row
                : throw new FormatException($"'{line}' does not have {columns} columns.");
        }
    }
}
