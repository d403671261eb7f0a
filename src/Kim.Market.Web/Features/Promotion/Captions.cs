using System.Text;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>A text to paste beside a poster, for one channel.</summary>
public sealed record Caption(string Channel, string Text);

/// <summary>Writes what is pasted beside a poster: what it is, whose, for how much, and the way to it.</summary>
public static class Captions
{
    private const int MostTags = 5;

    // WhatsApp takes these for bold, italic and the like; in a name they are none
    private static readonly char[] Marks = ['*', '_', '~', '`'];

    public static IReadOnlyList<Caption> Of(Piece piece, string address, Words words)
    {
        var (title, by, offer) = (Line(piece.Title), Line(piece.By), Offer(piece));
        var bold = title.Split(Marks, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? $"*{string.Concat(parts).Trim()}*" : title;
        var tags = Hashtags(piece);
        return
        [
            new("WhatsApp", Lines([bold, .. offer, by, "", $"{words["Buka"]}: {address}"])),
            new("Instagram", Lines([title, .. offer, by, "", $"{words["Buka"]}: {address}", "", string.Join(' ', tags)])),
            new("Facebook", Lines([$"{title}, {by}", .. offer, "", address, "", string.Join(' ', tags.Take(3))])),
        ];
    }

    /// <summary>Names as hashtags: letters and digits only, each word with a capital.</summary>
    public static IReadOnlyList<string> Hashtags(Piece piece) =>
        [.. piece.Tags.Prepend("Pasar KIM").Append("UMKM").Select(Hashtag).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];

    private static string? Hashtag(string name)
    {
        var tag = new StringBuilder("#");
        var isNew = true;
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                tag.Append(isNew ? char.ToUpperInvariant(letter) : letter);
            }

            isNew = !char.IsLetterOrDigit(letter);
        }

        return tag.Length > 1 ? tag.ToString() : null;
    }

    // A price stands before what it is the price of; a date or a number beside what belongs to it.
    private static IEnumerable<string> Offer(Piece piece) => (piece.Big, piece.Notes) switch
    {
        ({ } big, [var first, ..]) => [$"{big}{(piece.Kind is PieceKind.MarketDay or PieceKind.Harvest ? ", " : " ")}{first}", .. piece.Notes.Skip(1)],
        ({ } big, _) => [big],
        (null, var notes) => notes,
    };

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines).Trim();
}
