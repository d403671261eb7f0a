using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Printing;

/// <summary>A colour of a paper.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Dark = new(0x12, 0x2b, 0x30);
    public static readonly Ink Soft = new(0x47, 0x59, 0x5c);
    public static readonly Ink River = new(0x0b, 0x52, 0x59);
    public static readonly Ink Turmeric = new(0xf7, 0xb9, 0x2e);
    public static readonly Ink Pale = new(0xdc, 0xd8, 0xca);
    public static readonly Ink Ground = new(0xf6, 0xf3, 0xe9);
    public static readonly Ink Light = new(0xff, 0xff, 0xff);
}

/// <summary>A sheet of A4 while it is drawn on. Measured in points from its upper left corner.</summary>
internal sealed class PdfPage(Dictionary<PdfFont, SortedDictionary<ushort, char>> letters)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _drawing = new();

    public string Drawing => _drawing.ToString();

    /// <param name="y">Where the letters stand.</param>
    public void Text(PdfFont font, double size, Ink ink, double x, double y, string text)
    {
        var used = letters.TryGetValue(font, out var known) ? known : letters[font] = [];
        Colour(ink, "rg");
        _drawing.Append(CultureInfo.InvariantCulture, $"BT /{font.Name} {size:0.##} Tf {x:0.##} {Height - y:0.##} Td <");
        foreach (var letter in text)
        {
            var glyph = font.Glyph(letter);
            used[glyph] = letter;
            _drawing.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        _drawing.Append("> Tj ET\n");
    }

    public void Line(Ink ink, double thickness, double x, double y, double width)
    {
        Colour(ink, "RG");
        _drawing.Append(CultureInfo.InvariantCulture, $"{thickness:0.##} w {x:0.##} {Height - y:0.##} m {x + width:0.##} {Height - y:0.##} l S\n");
    }

    public void Box(Ink ink, double x, double y, double width, double height) => Boxes(ink, [(x, y, width, height)]);

    /// <summary>Filled as one: where two touch, no hairline shines through.</summary>
    public void Boxes(Ink ink, IEnumerable<(double X, double Y, double Width, double Height)> boxes)
    {
        Colour(ink, "rg");
        foreach (var (x, y, width, height) in boxes)
        {
            _drawing.Append(CultureInfo.InvariantCulture, $"{x:0.###} {Height - y - height:0.###} {width:0.###} {height:0.###} re ");
        }

        _drawing.Append("f\n");
    }

    /// <param name="path">In the operators of PDF, from the lower left corner.</param>
    public void Shape(Ink ink, string path)
    {
        Colour(ink, "rg");
        _drawing.Append(path).Append("f\n");
    }

    /// <summary>A photo of the file, of which only what lies within a path is seen.</summary>
    public void Photo(string name, string within, double x, double y, double width, double height) => _drawing.Append(
        CultureInfo.InvariantCulture, $"q\n{within}W n\n{width:0.###} 0 0 {height:0.###} {x:0.###} {Height - y - height:0.###} cm /{name} Do\nQ\n");

    private void Colour(Ink ink, string command) =>
        _drawing.Append(CultureInfo.InvariantCulture, $"{ink.Red / 255.0:0.###} {ink.Green / 255.0:0.###} {ink.Blue / 255.0:0.###} {command}\n");
}
