namespace Kim.Market.Web.Drawing;

/// <summary>A closed shape: straight lines and cubic curves, in the units of its drawing, from the upper left corner.</summary>
public sealed class Outline
{
    private const double Round = 0.5523; // how far the handles of a quarter circle reach

    private readonly List<(char Step, double[] Points)> _steps = [];

    /// <summary><c>M</c>ove, <c>L</c>ine, <c>C</c>urve, <c>Z</c> for the end, each with its points.</summary>
    public IReadOnlyList<(char Step, double[] Points)> Steps => _steps;

    public static Outline Box(double x, double y, double width, double height) =>
        new Outline().Move(x, y).Line(x + width, y).Line(x + width, y + height).Line(x, y + height).Close();

    public static Outline Rounded(double x, double y, double width, double height, double radius)
    {
        var (r, h) = (Math.Min(radius, Math.Min(width, height) / 2), Math.Min(radius, Math.Min(width, height) / 2) * (1 - Round));
        var (right, foot) = (x + width, y + height);
        return new Outline().Move(x + r, y).Line(right - r, y).Curve(right - h, y, right, y + h, right, y + r)
            .Line(right, foot - r).Curve(right, foot - h, right - h, foot, right - r, foot)
            .Line(x + r, foot).Curve(x + h, foot, x, foot - h, x, foot - r)
            .Line(x, y + r).Curve(x, y + h, x + h, y, x + r, y).Close();
    }

    /// <summary>A box with two stair steps cut from its lower right corner.</summary>
    public static Outline Stairs(double x, double y, double width, double height, double step)
    {
        var (right, foot) = (x + width, y + height);
        return new Outline().Move(x, y).Line(right, y).Line(right, foot - (2 * step)).Line(right - step, foot - (2 * step))
            .Line(right - step, foot - step).Line(right - (2 * step), foot - step).Line(right - (2 * step), foot).Line(x, foot).Close();
    }

    public Outline Move(double x, double y) => Add('M', x, y);

    public Outline Line(double x, double y) => Add('L', x, y);

    public Outline Curve(double x1, double y1, double x2, double y2, double x, double y) => Add('C', x1, y1, x2, y2, x, y);

    public Outline Close() => Add('Z');

    /// <summary>The shapes of another one too.</summary>
    public Outline And(Outline other)
    {
        _steps.AddRange(other._steps);
        return this;
    }

    private Outline Add(char step, params double[] points)
    {
        _steps.Add((step, points));
        return this;
    }
}
