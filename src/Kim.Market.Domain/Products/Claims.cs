using System.Text.RegularExpressions;

namespace Kim.Market.Domain.Products;

/// <summary>Finds what a product says of itself that needs a document behind it.</summary>
public static partial class Claims
{
    /// <summary>The claims as they were written, each once.</summary>
    public static IReadOnlyList<string> In(ProductFace face) =>
        [.. Words().Matches($"{face.Name}\n{face.About}").Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(
        @"\b(halal|organik|bpom|p-?irt|sni|iso ?\d*|haki|bersertifikat|berkhasiat|menyembuhkan|mengobati|tanpa pengawet|bebas pengawet|nomor satu|terbaik)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
