using System.Collections;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Format;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>One way to lay a piece out.</summary>
/// <param name="Name">As the address says it.</param>
/// <param name="Lead">Its colour, where a storefront has none of its own.</param>
internal abstract record Layout(string Name, Colour Lead)
{
    protected const double Margin = 64;
    protected const double CodeSide = 268;

    public static IReadOnlyList<Layout> All { get; } = [new RiverLayout(), new WindowLayout(), new TurmericLayout()];

    /// <summary>The one that needs least ink.</summary>
    public static Layout Frugal => All[1];

    /// <param name="lead">The colour of the storefront; null where it has none.</param>
    public Scene Draw(Piece piece, string address, PosterFormat format, IReadOnlyList<Photograph> photos, IReadOnlyList<BitArray> code, Colour? lead = null)
    {
        var easel = new Easel(format.Width, format.Height) { Chart = piece.Chart };
        Draw(easel, new(piece, address, format, code), photos, Palette.Of(lead ?? Lead));
        return easel.Done();
    }

    protected abstract void Draw(Easel easel, Wording said, IReadOnlyList<Photograph> photos, Palette palette);
}

/// <summary>The texts of a piece, measured for a format.</summary>
internal sealed class Wording(Piece piece, string address, PosterFormat format, IReadOnlyList<BitArray> code)
{
    public IReadOnlyList<BitArray> Code => code;

    public PosterFormat Format => format;

    public string Title { get; } = Fitted.Legible(PdfFont.Bold, piece.Title) is { Length: > 0 } legible and not "…" ? legible : piece.Key;

    public bool HasBig => piece.Big is not null;

    public Fitted Named(double width, int lines, double most, double least) => Fitted.Of(PdfFont.Bold, Title, width, lines, most * format.Scale, least * format.Scale);

    public Fitted Kicker(double width) => One(PdfFont.Bold, piece.Kicker, width, 28, 22);

    public Fitted By(double width, int lines = 2) => Fitted.Of(PdfFont.Regular, Together(PdfFont.Regular, piece.By, width, 26), width, lines, 32 * format.Scale, 26 * format.Scale);

    public Fitted Call(double width) => One(PdfFont.Bold, piece.Call, width, 30, 22);

    public Fitted Address(double width) => One(PdfFont.Regular, address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..], width, 26, 22);

    public Fitted Big(double width, double most = 84) => Fitted.Of(PdfFont.Bold, Together(PdfFont.Bold, piece.Big ?? "", width, 44), width, 2, most * format.Scale, 44 * format.Scale);

    public IReadOnlyList<Fitted> Notes(double width) => [.. piece.Notes.Select(note => Fitted.Of(PdfFont.Regular, Together(PdfFont.Regular, note, width, 24), width, 2, 29 * format.Scale, 24 * format.Scale))];

    // "Kel. Sari Jaya, Kec. Sanga Sanga" breaks behind its comma, as long as each part fits on a line.
    private string Together(PdfFont font, string text, double width, double least)
    {
        var parts = text.Split(", ").Select(part => part.Replace(' ', Spaces.NoBreak)).ToList();
        return parts.TrueForAll(part => font.Width(part + ",", least * format.Scale) <= width) ? string.Join(", ", parts) : text;
    }

    private Fitted One(PdfFont font, string text, double width, double most, double least) =>
        Fitted.Of(font, text, width, 1, most * format.Scale, least * format.Scale);
}
