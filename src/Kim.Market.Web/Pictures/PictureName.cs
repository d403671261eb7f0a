using System.Globalization;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Pictures;

/// <summary>The name of one rendition: 64 hexadecimal digits, a width, a format, and nothing that could be a path.</summary>
public readonly partial record struct PictureName
{
    private PictureName(string hash, int width, PictureFormat format) => (Hash, Width, Format) = (hash, width, format);

    public string Hash { get; }

    public int Width { get; }

    public PictureFormat Format { get; }

    public string MediaType => Format == PictureFormat.WebP ? "image/webp" : "image/jpeg";

    /// <exception cref="ArgumentException">There is no such rendition.</exception>
    public static PictureName Of(string hash, int width, PictureFormat format = PictureFormat.WebP) => TryParse(Text(hash, width, format), out var name)
        ? name
        : throw new ArgumentException($"'{hash}' is no picture, or {width} is none of its widths.");

    /// <summary>Every rendition of a picture. Where the last one is, the others are.</summary>
    public static IEnumerable<PictureName> AllOf(string hash) => PictureLimits.Widths.SelectMany(width =>
        new[] { Of(hash, width, PictureFormat.Jpeg), Of(hash, width, PictureFormat.WebP) });

    public static bool TryParse(string text, out PictureName name)
    {
        var match = Form().Match(text);
        name = match.Success
            ? new(
                match.Groups["hash"].Value,
                int.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["end"].ValueSpan is "webp" ? PictureFormat.WebP : PictureFormat.Jpeg)
            : default;
        return match.Success && PictureLimits.Widths.Contains(name.Width);
    }

    public override string ToString() => Text(Hash, Width, Format);

    /// <summary>The name without a look at whether there can be such a rendition.</summary>
    internal static string Text(string hash, int width, PictureFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"{hash}-{width}.{(format == PictureFormat.WebP ? "webp" : "jpg")}");

    [GeneratedRegex(@"\A(?<hash>[0-9a-f]{64})-(?<width>[1-9][0-9]{2,3})\.(?<end>webp|jpg)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
