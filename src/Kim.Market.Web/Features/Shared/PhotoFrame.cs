using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Shared;

public enum PhotoShape
{
    Portrait,
    Square,
    Wide,
}

public enum PhotoLoad
{
    /// <summary>When it is about to be seen.</summary>
    Lazy,

    /// <summary>At once: it is in the first screen.</summary>
    Eager,

    /// <summary>Before everything else: it is what the page is about.</summary>
    First,
}

/// <summary>A photograph in its frame with the stair corner; a studio picture while there is none.</summary>
/// <param name="Hash">The name the photo was stored under, or null.</param>
/// <param name="Alt">What it shows and whose it is; empty where it only decorates.</param>
public sealed record PhotoFrame(string? Hash, string Alt)
{
    private const int Grounds = 7;

    public PhotoShape Shape { get; init; }

    public PhotoLoad Load { get; init; }

    /// <summary>
    /// How wide it is shown, in the words of the <c>sizes</c> attribute: the browser then takes the rendition that fits.
    /// Null for a card or smaller: there the smallest serves every screen, so that no page of cards grows heavy.
    /// </summary>
    public string? Sizes { get; init; }

    /// <summary>The object on the studio picture: the name of a file in <c>img/goods</c>.</summary>
    public string Subject { get; init; } = "basket";

    /// <summary>Decides the colour of the studio picture; the same text, the same colour.</summary>
    public string Ground { get; init; } = "";

    public string? Ratio => Shape switch
    {
        PhotoShape.Square => "1",
        PhotoShape.Wide => "wide",
        _ => null,
    };

    public (int Width, int Height) Size => Shape switch
    {
        PhotoShape.Square => (320, 320),
        PhotoShape.Wide => (960, 600),
        _ => (320, 400),
    };

    public string? Loading => Load == PhotoLoad.Lazy ? "lazy" : null;

    public string? Priority => Load == PhotoLoad.First ? "high" : null;

    public int GroundNumber => StableHash.Of(Ground, Grounds) + 1;

    public string Source => Address(Sizes is null ? PictureLimits.Card : PictureLimits.Middle, PictureFormat.Jpeg);

    public string SourceSet(PictureFormat format) => Sizes is null
        ? Address(PictureLimits.Card, format)
        : string.Join(", ", PictureLimits.Widths.Select(width => $"{Address(width, format)} {width}w"));

    // photos have no language: no "~/" in front
    private string Address(int width, PictureFormat format) => "/foto/" + PictureName.Text(Hash!, width, format);
}
