using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>What can be promoted.</summary>
public enum PieceKind { Product, Shop, Group, Village, MarketDay, Harvest, Story, Potential, Result, GroupResult }

/// <summary>Everything that a poster, a card and a caption say of one thing, in the language of the request.</summary>
/// <param name="Key">How its address names it.</param>
/// <param name="Kicker">What it is: stands small above its name.</param>
/// <param name="By">Whose it is and where from.</param>
/// <param name="Big">What is read first: a price, a date, a number; null where nothing is.</param>
/// <param name="Notes">What belongs to that, such as the day of the price; at most two.</param>
/// <param name="Call">What happens when its code is scanned.</param>
/// <param name="Path">The page it leads to, without a language.</param>
/// <param name="Photos">Hashes of photos that show it; at most four.</param>
/// <param name="Tags">Names that become hashtags.</param>
public sealed record Piece(
    PieceKind Kind, string Key, string Title, string Kicker, string By, string? Big, IReadOnlyList<string> Notes, string Call, string Path,
    IReadOnlyList<string> Photos, IReadOnlyList<string> Tags)
{
    public const int MostPhotos = 4;

    /// <summary>Why nobody should be called to it now; null where one may.</summary>
    public string? NotNow { get; init; }

    /// <summary>Who reads "harga per …" where it is.</summary>
    public required Zone Zone { get; init; }

    /// <summary>The streams it shows, so that a kept page is dropped with them.</summary>
    public IReadOnlyList<Guid> Shows { get; init; } = [];

    /// <summary>When something of what it says is over; null where nothing is.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The colour of the storefront it comes from, <c>#rrggbb</c>; null where that has none.</summary>
    public string? Colour { get; init; }

    /// <summary>Shown where there are no photos; null where there is nothing to count.</summary>
    public BarChart? Chart { get; init; }

    /// <summary>All that can be seen of it: another text here is another picture.</summary>
    public string Seen => string.Join('\0', [Kind.ToString(), Title, Kicker, By, Big ?? "", Colour ?? "", Chart?.Seen ?? "", .. Notes, Call, Path, .. Photos]);

    /// <summary>The part of the address that says what it is; null for what is nothing.</summary>
    public static PieceKind? KindOf(string named) => named switch
    {
        "barang" => PieceKind.Product,
        "toko" => PieceKind.Shop,
        "kim" => PieceKind.Group,
        "desa" => PieceKind.Village,
        "hari-pasar" => PieceKind.MarketDay,
        "panen" => PieceKind.Harvest,
        "cerita" => PieceKind.Story,
        "potensi" => PieceKind.Potential,
        "hasil" => PieceKind.Result,
        "hasil-kim" => PieceKind.GroupResult,
        _ => null,
    };

    public static string NameOf(PieceKind kind) => kind switch
    {
        PieceKind.Product => "barang",
        PieceKind.Shop => "toko",
        PieceKind.Group => "kim",
        PieceKind.Village => "desa",
        PieceKind.MarketDay => "hari-pasar",
        PieceKind.Harvest => "panen",
        PieceKind.Story => "cerita",
        PieceKind.Potential => "potensi",
        PieceKind.Result => "hasil",
        _ => "hasil-kim",
    };

    /// <summary>The card that stands for a page where somebody links to it, as a path.</summary>
    public static string CardOf(PieceKind kind, string key) => $"/promosi/{NameOf(kind)}/{key}/kartu.jpg";
}
