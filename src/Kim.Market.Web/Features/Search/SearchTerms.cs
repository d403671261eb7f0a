using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Features.Search;

/// <summary>What somebody typed, as words that can be looked up.</summary>
/// <param name="Text">The words as they are shown: folded, with single spaces.</param>
public sealed record SearchTerms(string Text, string[] Words)
{
    public const int Longest = 80;
    private const int MostWords = 8;

    public bool IsEmpty => Words.Length == 0;

    /// <summary>Folds case and accents, drops signs.</summary>
    public static SearchTerms Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > Longest)
        {
            // Not between the two halves of one letter: half a letter cannot be folded.
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        return new(string.Join(' ', words), words);
    }
}
