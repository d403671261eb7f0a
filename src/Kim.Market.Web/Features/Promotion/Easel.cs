using System.Collections;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>What all layouts draw with: texts one below the other, photos in their frame, a code on its plate, the boat.</summary>
internal sealed class Easel(double width, double height)
{
    private const double Leading = 1.14;
    private const double Letter = 0.78; // of a line's size, above the place it stands on
    private const double MostEnlarged = 2.4;
    private const double LeastSeen = 0.36;
    private const double Gap = 8;

    private readonly List<Mark> _marks = [];

    /// <summary>Shown where there are no photos.</summary>
    public BarChart? Chart { get; init; }

    public Scene Done() => new(width, height, _marks);

    public void Fill(Outline outline, Colour colour) => _marks.Add(new Field(outline, colour));

    public static double HeightOf(Fitted text) => (((text.Lines.Count - 1) * Leading) + 1) * text.Size;

    /// <returns>Where it ends.</returns>
    public double Write(Fitted text, double x, double y, Colour colour, Colour on)
    {
        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (text.Lines[i].Length > 0)
            {
                _marks.Add(new Letters(text.Font, text.Size, x, y + (text.Size * (Letter + (i * Leading))), text.Lines[i], colour, on));
            }
        }

        return y + HeightOf(text);
    }

    /// <summary>Photos in a frame, up to four side by side; a chart or the boat on a quiet ground where there is none.</summary>
    public void Show(IReadOnlyList<Photograph> photos, double x, double y, double wide, double tall, Func<double, double, double, double, Outline> frame, Palette palette)
    {
        var ground = palette.Lead.Towards(Colour.White, 0.78);
        if (photos.Count == 0)
        {
            Fill(frame(x, y, wide, tall), ground);
            if (Chart is not null)
            {
                Chart.Draw(this, x, y, wide, tall, palette, ground);
                return;
            }

            var side = Math.Min(wide, tall) * 0.5;
            Boat(x + ((wide - side) / 2), y + ((tall - side) / 2), side, Colour.Turmeric.Towards(Colour.Resin, 0.12), Colour.Resin, Palette.On(ground) == Colour.Ink ? Colour.River : Colour.Pale);
            return;
        }

        foreach (var (photo, cell) in photos.Zip(Cells(photos.Count, x, y, wide, tall)))
        {
            var within = frame(cell.X, cell.Y, cell.Wide, cell.Tall);
            Fill(within, ground);
            var cover = Math.Max(cell.Wide / photo.Width, cell.Tall / photo.Height);
            var contain = Math.Min(cell.Wide / photo.Width, cell.Tall / photo.Height);

            // what would hardly be recognised, or only as a blur, is shown whole and smaller
            var scale = contain / cover < LeastSeen || cover > MostEnlarged ? Math.Min(contain, MostEnlarged) : cover;
            var (w, h) = (photo.Width * scale, photo.Height * scale);
            _marks.Add(new Placed(photo, cell.X + ((cell.Wide - w) / 2), cell.Y + ((cell.Tall - h) / 2), w, h, within));
        }
    }

    /// <summary>A code for a camera on a white plate, each of its squares a whole number of units.</summary>
    /// <returns>How wide the plate is.</returns>
    public double Code(IReadOnlyList<BitArray> code, double right, double foot, double about)
    {
        var side = PlateOf(code, about);
        var (module, x, y) = (Math.Floor(side / code.Count), Math.Round(right - side), Math.Round(foot - side));
        Fill(Outline.Rounded(x, y, side, side, module * 2), Colour.White);
        var squares = new Outline();
        foreach (var (row, from, length) in CodeRuns.Of(code))
        {
            squares.And(Outline.Box(x + (from * module), y + (row * module), length * module, module));
        }

        Fill(squares, Colour.Ink);
        return side;
    }

    public static double PlateOf(IReadOnlyList<BitArray> code, double about) => Math.Max(1, Math.Floor(about / code.Count)) * code.Count;

    /// <summary>The stall over the boat, in a square.</summary>
    public void Boat(double x, double y, double side, Colour roof, Colour awning, Colour hull)
    {
        double X(double at) => x + (at * side / 40);
        double Y(double at) => y + (at * side / 40);
        Outline Scallop(double at) => new Outline().Move(X(at), Y(14)).Curve(X(at), Y(16.2), X(at + 1.8), Y(18), X(at + 4), Y(18))
            .Curve(X(at + 6.2), Y(18), X(at + 8), Y(16.2), X(at + 8), Y(14)).Close();
        Outline Post(double at) => Outline.Box(X(at - 1.3), Y(17), X(2.6) - X(0), Y(8.5) - Y(0));

        Fill(Post(9).And(Post(31)), hull);
        Fill(new Outline().Move(X(9), Y(4)).Line(X(31), Y(4)).Line(X(36), Y(14)).Line(X(4), Y(14)).Close(), roof);
        Fill(Scallop(4).And(Scallop(20)), awning);
        Fill(Scallop(12).And(Scallop(28)), roof);
        Fill(new Outline().Move(X(1.5), Y(23.5)).Curve(X(13.8), Y(27.2), X(26.2), Y(27.2), X(38.5), Y(23.5))
            .Curve(X(37), Y(31.5), X(32.5), Y(35), X(26), Y(35)).Line(X(14), Y(35)).Curve(X(7.5), Y(35), X(3), Y(31.5), X(1.5), Y(23.5)).Close(), hull);
    }

    /// <summary>Boat and name of the market.</summary>
    public void Brand(double x, double y, double size, Colour roof, Colour colour, Colour on)
    {
        Boat(x, y - (size * 0.14), size * 1.3, roof, Colour.Resin, colour);
        Write(Fitted.Of(PdfFont.Bold, "Pasar KIM", width, 1, size, size), x + (size * 1.65), y + (size * 0.08), colour, on);
    }

    private static IEnumerable<(double X, double Y, double Wide, double Tall)> Cells(int count, double x, double y, double wide, double tall)
    {
        var (half, low) = ((wide - Gap) / 2, (tall - Gap) / 2);
        return (count, wide > tall * 1.15) switch
        {
            (1, _) => [(x, y, wide, tall)],
            (2, true) => [(x, y, half, tall), (x + half + Gap, y, half, tall)],
            (2, _) => [(x, y, wide, low), (x, y + low + Gap, wide, low)],
            (3, _) => [(x, y, half, tall), (x + half + Gap, y, half, low), (x + half + Gap, y + low + Gap, half, low)],
            _ => [(x, y, half, low), (x + half + Gap, y, half, low), (x, y + low + Gap, half, low), (x + half + Gap, y + low + Gap, half, low)],
        };
    }
}
