using System.Globalization;

namespace Kim.Market.Web.Drawing;

/// <summary>A colour of a drawing, as screens know it.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(0xff, 0xff, 0xff);
    public static readonly Colour Black = new(0, 0, 0);
    public static readonly Colour Ink = Of("#122b30");
    public static readonly Colour Soft = Of("#47595c");
    public static readonly Colour Paper = Of("#f7f5ef");
    public static readonly Colour Line = Of("#dcd8ca");
    public static readonly Colour River = Of("#0b5259");
    public static readonly Colour Pale = Of("#f3f8f4");
    public static readonly Colour Turmeric = Of("#f7b92e");
    public static readonly Colour Resin = Of("#ab3120");

    /// <summary>Written <c>#rrggbb</c>.</summary>
    public static Colour Of(string hex) => new(Part(hex, 1), Part(hex, 3), Part(hex, 5));

    /// <summary>How well one stands out from the other (WCAG 2): from 1, not at all, to 21.</summary>
    public static double Contrast(Colour one, Colour other) =>
        (Math.Max(one.Luminance, other.Luminance) + 0.05) / (Math.Min(one.Luminance, other.Luminance) + 0.05);

    /// <summary>So much of the way to another colour.</summary>
    public Colour Towards(Colour other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part) => (part / 255.0) switch
    {
        <= 0.04045 and var dark => dark / 12.92,
        var light => Math.Pow((light + 0.055) / 1.055, 2.4),
    };

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static byte Part(string hex, int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
