namespace Kim.Market.Web.Features.Promotion;

/// <summary>How large a poster is, in units of which each is a pixel; paper is measured in the same and made to fit.</summary>
/// <param name="Name">As the address says it.</param>
/// <param name="Free">Kept free above and below, where telephones put their own buttons.</param>
/// <param name="Scale">How large letters are, against those of a poster.</param>
public sealed record PosterFormat(string Name, double Width, double Height, double Free, double Scale)
{
    /// <summary>A sheet of A4 is as much wider than tall.</summary>
    private const double A4 = 841.89 / 595.28;

    public static readonly PosterFormat Poster = new("poster", 1080, 1350, 0, 1);
    public static readonly PosterFormat Story = new("cerita", 1080, 1920, 210, 1.14);
    public static readonly PosterFormat Square = new("persegi", 1080, 1080, 0, 0.84);
    public static readonly PosterFormat Sheet = new("a4", 1080, 1080 * A4, 0, 1);

    /// <summary>What a link shows of itself in a message.</summary>
    public static readonly PosterFormat Card = new("kartu", 1200, 630, 0, 0.8);

    /// <summary>The ones for screens.</summary>
    public static IReadOnlyList<PosterFormat> Pictures { get; } = [Poster, Story, Square];

    /// <summary>Too low for a photo above and words below it: they stand side by side.</summary>
    public bool IsLow => Height <= Width;

    public bool IsPaper => this == Sheet;
}
