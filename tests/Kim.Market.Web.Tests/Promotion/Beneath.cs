using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>Looks what lies beneath a point of a drawing, without drawing it.</summary>
internal static class Beneath
{
    private const int Pieces = 16;

    /// <summary>The colour at a point before a mark is drawn; null where a photo lies there, or nothing.</summary>
    public static Colour? Of(Scene scene, Mark mark, double x, double y)
    {
        Colour? found = null;
        foreach (var below in scene.Marks.TakeWhile(other => !ReferenceEquals(other, mark)))
        {
            found = below switch
            {
                Field field when Holds(field.Outline, x, y) => field.Colour,
                Placed placed when Holds(placed.Within, x, y) && x >= placed.X && x <= placed.X + placed.Width && y >= placed.Y && y <= placed.Y + placed.Height => null,
                _ => found,
            };
        }

        return found;
    }

    // a ray to the right crosses the rim of what holds the point an odd number of times
    private static bool Holds(Outline outline, double x, double y)
    {
        var isIn = false;
        foreach (var (from, to) in Rim(outline))
        {
            if (from.Y > y != to.Y > y && x < from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)))
            {
                isIn = !isIn;
            }
        }

        return isIn;
    }

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Rim(Outline outline)
    {
        (double X, double Y) start = default, at = default;
        foreach (var (step, p) in outline.Steps)
        {
            switch (step)
            {
                case 'M':
                    start = at = (p[0], p[1]);
                    break;
                case 'L':
                    yield return (at, (p[0], p[1]));
                    at = (p[0], p[1]);
                    break;
                case 'C':
                    var begin = at;
                    for (var i = 1; i <= Pieces; i++)
                    {
                        var (t, u) = ((double)i / Pieces, 1 - ((double)i / Pieces));
                        var next = (
                            (u * u * u * begin.X) + (3 * u * u * t * p[0]) + (3 * u * t * t * p[2]) + (t * t * t * p[4]),
                            (u * u * u * begin.Y) + (3 * u * u * t * p[1]) + (3 * u * t * t * p[3]) + (t * t * t * p[5]));
                        yield return (at, next);
                        at = next;
                    }

                    break;
                default:
                    yield return (at, start);
                    at = start;
                    break;
            }
        }
    }
}
