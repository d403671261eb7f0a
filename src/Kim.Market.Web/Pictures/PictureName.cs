using System.Globalization;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Pictures;

/// <summary>The name of one rendition: 64 hexadecimal digits, a width, and nothing that could be a path.</summary>
public readonly partial record struct PictureName
{
    private PictureName(string hash, int width) => (Hash, Width) = (hash, width);

    public string Hash { get; }

    public int Width { get; }

    /// <exception cref="ArgumentException">There is no such rendition.</exception>
    public static PictureName Of(string hash, int width) => TryParse(Text(hash, width), out var name)
        ? name
        : throw new ArgumentException($"'{hash}' is no picture, or {width} is none of its widths.");

    public static bool TryParse(string text, out PictureName name)
    {
        var match = Form().Match(text);
        name = match.Success
            ? new(match.Groups["hash"].Value, int.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture))
            : default;
        return match.Success && PictureLimits.Widths.Contains(name.Width);
    }

    public override string ToString() => Text(Hash, Width);

    private static string Text(string hash, int width) => string.Create(CultureInfo.InvariantCulture, $"{hash}-{width}.webp");

    [GeneratedRegex(@"\A(?<hash>[0-9a-f]{64})-(?<width>[1-9][0-9]{2})\.webp\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
