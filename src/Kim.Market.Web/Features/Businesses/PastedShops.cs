using System.Text.RegularExpressions;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>One shop of a list as somebody pasted it; whatever could not be told apart is empty.</summary>
public sealed record PastedShop(string Name, string Village, string Phone);

/// <summary>Reads the lists of shops that KIM keep in chats: a line each, with whatever stands between name, village and number.</summary>
public static partial class PastedShops
{
    /// <summary>As many as a KIM brings in at one meeting.</summary>
    public const int Most = 60;

    // where the number stood
    private const string Mark = "\u0001";

    private static readonly string[] Between = [";", "|", "\t", " - ", " – ", " — ", ",", "/"];

    /// <summary>The shops of a text, one more than <see cref="Most"/> when there are more.</summary>
    public static IReadOnlyList<PastedShop> Read(string text)
    {
        var shops = new List<PastedShop>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (TellApart(Bare(line)) is { } shop)
            {
                shops.Add(shop);
                if (shops.Count > Most)
                {
                    break;
                }
            }
        }

        return shops;
    }

    private static PastedShop? Of(List<string> parts, string phone) => parts switch
    {
        [] => phone.Length == 0 ? null : new("", "", phone),
        [var name] => new(name, "", phone),
        [var name, .. var rest] => new(name, string.Join(", ", rest), phone),
    };

    private static PastedShop? TellApart(string line)
    {
        if (line.Length is 0 or > 400)
        {
            return null;
        }

        // The number first: it may hold the very signs that part the rest.
        var found = Number().Matches(line).FirstOrDefault(match => match.Value.Count(char.IsAsciiDigit) >= 8);
        var phone = found?.Value.Trim() ?? "";
        var rest = found is null ? line : $"{line[..found.Index]}{Mark}{line[(found.Index + found.Length)..]}";
        var separator = Array.Find(Between, sign => rest.Replace(Mark, "", StringComparison.Ordinal).Trim().Trim(',', ';', '|', '-', ' ').Contains(sign, StringComparison.Ordinal));
        var parts = (separator is null ? [rest] : rest.Split(separator))
            .Select(part => Word().Replace(part.Replace(Mark, "", StringComparison.Ordinal), "").Trim(' ', ',', ';', '|', '-', '–', '—', '(', ')', ':', '.', '\t', '*', '_'))
            .Where(part => part.Length > 0).ToList();
        if (phone.Length == 0 && parts.Count > 1 && parts.FindIndex(1, LooksLikeNumber) is >= 1 and var at)
        {
            phone = parts[at];
            parts.RemoveAt(at);
        }

        return Of(parts, phone);
    }

    // A number with digits missing is still meant as one: then its field says what it lacks.
    private static bool LooksLikeNumber(string part) =>
        part.Count(char.IsAsciiDigit) > 2 && part.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '.' or '+' or '(' or ')');

    // Chats put a time and a sender before each line, lists a number or a dot.
    private static string Bare(string line) => Bullet().Replace(Sender().Replace(line.Trim(), ""), "").Trim();

    [GeneratedRegex(@"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}[, ]+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AP]M)?\]?\s*(?:-\s*)?[^:]{1,40}:\s", RegexOptions.None, 200)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^(?:\d{1,3}\s*[.)]\s*|[-•*·–]\s+)", RegexOptions.None, 200)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?:\+|\b)[\d(][\d .()\-]{6,24}\d\b", RegexOptions.None, 200)]
    private static partial Regex Number();

    // what people write before a number
    [GeneratedRegex(@"(?<=^|\s|\()(?:no\.?\s*)?(?:wa|hp|telp|tlp|whatsapp|nomor)\s*[.:]*\s*$", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Word();
}
