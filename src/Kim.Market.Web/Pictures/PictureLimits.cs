namespace Kim.Market.Web.Pictures;

/// <summary>What a picture may be when it comes, and what it is when it is kept.</summary>
public static class PictureLimits
{
    public const int Megabytes = 15;
    public const int Bytes = Megabytes * 1024 * 1024;

    public const int Megapixels = 48;

    /// <summary>Telephones sold as "48 megapixels" make pictures of up to 49.9 million.</summary>
    public const long Pixels = 50_000_000;

    /// <summary>The renditions of every picture. A narrower source keeps its own width in each that is wider.</summary>
    public static readonly IReadOnlyList<int> Widths = [320, 640, 1280];

    /// <summary>The width that cards show.</summary>
    public static int Card => Widths[0];

    public static int Middle => Widths[1];

    public static int Widest => Widths[^1];

    /// <summary>What a rendition may weigh: a page of cards must stay light on a slow line.</summary>
    public static int BytesOf(int width) => width switch
    {
        <= 320 => 30 * 1024,
        <= 640 => 120 * 1024,
        _ => 400 * 1024,
    };
}
