using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Printing;

/// <summary>Breaks a text into lines of a width.</summary>
internal static class PaperLines
{
    /// <summary>Broken between words, and within a word that is wider than a line.</summary>
    public static IReadOnlyList<string> Of(PdfFont font, double size, string text, double width) =>
        Broken(font, size, Clean(font, text).Split(' ', StringSplitOptions.RemoveEmptyEntries), width);

    /// <summary>The same of words that the font has every letter of.</summary>
    public static List<string> Broken(PdfFont font, double size, IEnumerable<string> words, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in words)
        {
            if (Fits($"{line} {word}".TrimStart()))
            {
                line = $"{line} {word}".TrimStart();
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
            while (!Fits(line))
            {
                var length = line.Length - 1;
                while (!Fits(line[..length]))
                {
                    length--;
                }

                lines.Add(line[..length]);
                line = line[length..];
            }
        }

        lines.Add(line);
        return lines;

        bool Fits(string part) => part.Length <= 1 || font.Width(part, size) <= width;
    }

    /// <summary>What no letter stands for is left out, such as control signs and emoji; a letter the font does not have is a question mark.</summary>
    private static string Clean(PdfFont font, string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (font.Has(letter))
            {
                clean.Append(letter);
                continue;
            }

            clean.Append(CharUnicodeInfo.GetUnicodeCategory(letter) switch
            {
                UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Surrogate or UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ => "?",
            });
        }

        return clean.ToString();
    }
}
