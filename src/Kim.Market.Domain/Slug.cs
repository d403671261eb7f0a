using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kim.Market.Domain;

/// <summary>The readable part of an address: lower case, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>The longest slug: room for a long name, short enough for a poster.</summary>
    public const int Longest = 80;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Never empty: a name without a single letter becomes "lapak".</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return text.Length == 0 ? "lapak" : text;
    }

    public static bool IsValid(string? slug) =>
        slug is { Length: > 0 and <= Longest } && slug[0] != '-' && slug[^1] != '-'
        && !slug.AsSpan().ContainsAnyExcept(Letters);
}
