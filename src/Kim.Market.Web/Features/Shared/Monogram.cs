namespace Kim.Market.Web.Features.Shared;

/// <summary>Two letters on a coloured ground, until a group or a business has a logo.</summary>
/// <param name="Size"><c>s</c>, <c>l</c> or null for the usual one.</param>
public sealed record Monogram(string Name, string? Size = null)
{
    private const int Hues = 4;

    public string Letters
    {
        get
        {
            var words = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);

            // every group is called "KIM something": the something tells them apart
            var isGroup = words.Length > 1 && words[0].Equals("KIM", StringComparison.OrdinalIgnoreCase);
            var telling = isGroup ? words[1..] : words;
            return string.Concat(telling.Take(2).Select(word => char.ToUpperInvariant(word[0])));
        }
    }

    public int Hue => StableHash.Of(Name, Hues) + 1;
}
