using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A kecamatan on a map of equal squares, which keeps neighbours together and is no map of areas.</summary>
/// <param name="Column">1 to 7, from the west.</param>
/// <param name="Row">From the north.</param>
/// <param name="Mark">Three letters, to be known by in a small square.</param>
public sealed record Tile(RegionCode District, int Column, int Row, string Mark);

/// <summary>The squares of the kabupaten for which somebody has laid them, from <c>seeds/tilemaps.json</c>.</summary>
public sealed class TileMaps
{
    /// <summary>As the style sheet knows them.</summary>
    public const int Columns = 7;
    public const int Rows = 7;

    private readonly FrozenDictionary<string, IReadOnlyList<Tile>> _maps = Read();

    public IEnumerable<string> Regencies => _maps.Keys;

    /// <summary>In the order in which they are read: row by row. Empty where nobody has laid any.</summary>
    public IReadOnlyList<Tile> Of(RegionCode regency) => _maps.GetValueOrDefault(regency.Value, []);

    private static FrozenDictionary<string, IReadOnlyList<Tile>> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "seeds", "tilemaps.json");
        var maps = JsonSerializer.Deserialize(File.ReadAllBytes(file), TileMapJson.Default.DictionaryStringStringArrayArray)!;
        return maps.ToFrozenDictionary(map => map.Key, map => (IReadOnlyList<Tile>)[.. Tiles(map.Key, map.Value)]);
    }

    private static IEnumerable<Tile> Tiles(string regency, string[][] rows) =>
        from row in rows.Index()
        from cell in row.Item.Index()
        where cell.Item.Length > 0
        let parts = cell.Item.Split(' ')
        select new Tile(RegionCode.Parse($"{regency}.{parts[0]}"), cell.Index + 1, row.Index + 1, parts[1]);
}

/// <summary>How the file is written: rows of cells, each the last part of a code and its mark.</summary>
[JsonSerializable(typeof(Dictionary<string, string[][]>))]
internal sealed partial class TileMapJson : JsonSerializerContext;
