using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Drawing;

/// <summary>Everything that is drawn, in order, before anybody knows whether on a screen or on paper.</summary>
internal sealed record Scene(double Width, double Height, IReadOnlyList<Mark> Marks);

/// <summary>One thing in a drawing.</summary>
internal abstract record Mark
{
    private protected Mark() { }
}

/// <summary>A field of one colour.</summary>
internal sealed record Field(Outline Outline, Colour Colour) : Mark;

/// <summary>A line of text, every letter of which its font has.</summary>
/// <param name="Y">Where the letters stand.</param>
/// <param name="On">The colour they stand on.</param>
internal sealed record Letters(PdfFont Font, double Size, double X, double Y, string Text, Colour Colour, Colour On) : Mark
{
    public double Width => Font.Width(Text, Size);
}

/// <summary>A photo, of which only what lies within an outline is seen.</summary>
/// <param name="Width">How wide all of it would be.</param>
internal sealed record Placed(Photograph Photo, double X, double Y, double Width, double Height, Outline Within) : Mark;

/// <summary>A photo as our own renditions keep it: a JPEG without anything else in it.</summary>
internal sealed record Photograph(byte[] Jpeg, int Width, int Height);
