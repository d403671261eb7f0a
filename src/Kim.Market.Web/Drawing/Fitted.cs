using System.Globalization;
using System.Text;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Drawing;

/// <summary>A text in as many lines as there is room for, as large as it can be. What does not fit ends in an ellipsis, never in nothing.</summary>
internal sealed record Fitted(PdfFont Font, double Size, IReadOnlyList<string> Lines)
{
    private const string More = "…";
    private const double Smaller = 0.94;
    private const int Longest = 600;

    // rather than break a word, letters become so much smaller still
    private const double ForOneWord = 0.6;

    /// <param name="most">How large it may be.</param>
    /// <param name="least">How small it may become before it is cut.</param>
    public static Fitted Of(PdfFont font, string text, double width, int lines, double most, double least)
    {
        var words = Legible(font, text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => font.Width(word, least) > width))
        {
            least *= ForOneWord;
        }

        for (var size = most; size > least; size *= Smaller)
        {
            if (words.All(word => font.Width(word, size) <= width) && PaperLines.Broken(font, size, words, width) is var whole && whole.Count <= lines)
            {
                return new(font, size, Balanced(font, size, words, width, whole.Count));
            }
        }

        var broken = PaperLines.Broken(font, least, words, width);
        return broken.Count <= lines
            ? new(font, least, broken)
            : new(font, least, [.. broken.Take(lines - 1), Cut(font, least, string.Join(' ', broken.Skip(lines - 1)), width)]);
    }

    /// <summary>What the font can write: emoji and control signs are left out, letters of another script leave an ellipsis.</summary>
    public static string Legible(PdfFont font, string text)
    {
        var whole = new string([.. text.Take(Longest).Where(letter => !char.IsSurrogate(letter))]).Normalize(NormalizationForm.FormC);
        var legible = new StringBuilder(whole.Length);
        foreach (var letter in whole)
        {
            if (font.Has(letter))
            {
                legible.Append(letter);
                continue;
            }

            legible.Append(CharUnicodeInfo.GetUnicodeCategory(letter) switch
            {
                UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ when legible.Length > 0 && legible[^1] == More[0] => "",
                _ => More,
            });
        }

        return string.Join(' ', legible.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where((word, i) => word != More || i == 0));
    }

    // The narrowest width that still needs no line more: no single word is left over below a full line.
    private static List<string> Balanced(PdfFont font, double size, string[] words, double width, int lines)
    {
        var (narrow, wide) = (width / Math.Max(lines, 1) / 2, width);
        for (var i = 0; i < 12 && lines > 1; i++)
        {
            var middle = (narrow + wide) / 2;
            var fits = words.All(word => font.Width(word, size) <= middle) && PaperLines.Broken(font, size, words, middle).Count <= lines;
            (narrow, wide) = fits ? (narrow, middle) : (middle, wide);
        }

        return PaperLines.Broken(font, size, words, wide);
    }

    private static string Cut(PdfFont font, double size, string text, double width)
    {
        var length = text.Length;
        while (length > 0 && font.Width(text[..length].TrimEnd() + More, size) > width)
        {
            length--;
        }

        return text[..length].TrimEnd(' ', ',', '.', '…') + More;
    }
}
