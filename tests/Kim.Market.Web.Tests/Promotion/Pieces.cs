using System.Text.Json;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>Things to promote, with names that are hard to lay out.</summary>
internal static class Pieces
{
    public const string Address = "https://pasar.example/p/amplang-ikan-nila-250-g";

    /// <summary>What nobody should type, and somebody will.</summary>
    public static readonly string[] Hostile =
    [
        "<script>alert(1)</script> & \"Teh\"", "Kopi 🇮🇩 Enak 😀🔥", "\u202eقهوة عربية\u202c", "Nasi\0Kuning\tPagi\nSiang", new('W', 200), string.Concat(Enumerable.Repeat("Pengolahan ", 20)),
        "a", "😀", "\ud800 patah", "Ā̀́ kombinasi e\u0301", "…", "   ", "咖啡", "-", "Krupuk—Kulit…Sapi", "Rp", "x".PadRight(60, 'i') + " y",
    ];

    private static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds", "demo");

    /// <summary>The shortest and the longest name of everything in the demonstration market.</summary>
    public static IEnumerable<string> RealNames() => new[]
        {
            NamesIn("businesses.json", "name"), NamesIn("groups.json", "name"), NamesIn("stories.json", "title"), NamesIn("potentials.json", "title"),
            [.. Directory.EnumerateFiles(Path.Combine(Seeds, "products")).SelectMany(file => NamesIn(file, "name"))],
        }
        .SelectMany(names => new[] { names.MinBy(name => name.Length)!, names.MaxBy(name => name.Length)! });

    public static Piece Of(string title, string by = "Dapur Nila Sari Jaya, Kel. Sari Jaya, Kec. Sanga Sanga", string? big = "Rp1.250.000") => new(
        PieceKind.Product, "amplang-ikan-nila-250-g", title, "Tersedia", by, big, big is null ? [] : ["per bungkus, 250 g", "harga per 23 November 2026"],
        "Pindai untuk pesan", "/p/amplang-ikan-nila-250-g", [], ["KIM Juru Nila", "Kel. Sari Jaya"])
    {
        Zone = Zone.Wita,
    };

    /// <summary>A piece that is told by a year of numbers, the tallest of them where it is hardest to write above.</summary>
    public static Piece Counted(string title) => Of(title, big: "Rp386,4 juta") with
    {
        Chart = new(
            "Pesanan selesai per bulan, Desember 2025 sampai November 2026",
            [.. new long[] { 3, 0, 12, 7, 15, 9, 30, 22, 18, 41, 1_234_567, 38 }.Select((count, i) => new ChartBar(Calendar.ShortMonth(((i + 11) % 12) + 1), NumberFormat.Whole(count), count))]),
    };

    /// <summary>Every piece there may be, in every layout and format.</summary>
    public static IEnumerable<(PosterFile File, Scene Scene)> Drawn(Piece piece, Colour? lead = null, IReadOnlyList<Photograph>? photos = null, string address = Address) =>
        PosterFile.All.Select(file => (file, file.Layout.Draw(piece, address, file.Format, photos ?? [], Qr.Modules(address), lead)));

    private static List<string> NamesIn(string file, string property)
    {
        using var seeds = JsonDocument.Parse(File.ReadAllText(Path.Combine(Seeds, file)));
        var rows = seeds.RootElement.ValueKind == JsonValueKind.Array ? seeds.RootElement : seeds.RootElement.EnumerateObject().First(part => part.Value.ValueKind == JsonValueKind.Array).Value;
        return [.. rows.EnumerateArray().Select(row => row.GetProperty(property).GetString()!)];
    }
}
