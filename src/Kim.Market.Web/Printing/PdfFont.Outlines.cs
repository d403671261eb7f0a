using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Printing;

/// <summary>The shapes of the letters themselves, for drawings that are to look the same on a machine that has no fonts.</summary>
internal sealed partial class PdfFont
{
    private const int MostParts = 8; // a letter of letters: an accent above an e

    private readonly Dictionary<ushort, (double X, double Y, bool IsOn)[][]> _shapes = [];

    /// <summary>A text as SVG path data that stands on y 0 and begins at x 0; y grows downwards.</summary>
    public string Path(string text, double size)
    {
        var path = new StringBuilder(text.Length * 120);
        var (scale, x) = (size / UnitsPerEm, 0.0);
        foreach (var letter in text)
        {
            var glyph = Glyph(letter);
            foreach (var contour in ShapeOf(glyph))
            {
                Trace(path, contour, x, scale);
            }

            x += Advance(glyph) * size / 1000;
        }

        return path.ToString();
    }

    private (double X, double Y, bool IsOn)[][] ShapeOf(ushort glyph)
    {
        lock (_shapes)
        {
            return _shapes.TryGetValue(glyph, out var known) ? known : _shapes[glyph] = [.. Contours(glyph, depth: 0)];
        }
    }

    // Between two points that are not on the curve lies one that is, in their middle.
    private static void Trace(StringBuilder path, (double X, double Y, bool IsOn)[] points, double x, double scale)
    {
        var first = Array.FindIndex(points, point => point.IsOn);
        var start = first >= 0 ? points[first] : Middle(points[0], points[^1]);
        Step('M', start);
        for (var i = 1; i <= points.Length; i++)
        {
            var point = points[(Math.Max(first, -1) + i) % points.Length];
            if (point.IsOn)
            {
                Step('L', point);
                continue;
            }

            var next = i == points.Length ? start : points[(Math.Max(first, -1) + i + 1) % points.Length];
            Step('Q', point);
            Step(' ', next.IsOn ? next : Middle(point, next));
            i += next.IsOn ? 1 : 0;
        }

        path.Append('Z');

        void Step(char step, (double X, double Y, bool) to) =>
            path.Append(CultureInfo.InvariantCulture, $"{step}{x + (to.X * scale):0.##} {-to.Y * scale:0.##}");
    }

    private static (double X, double Y, bool IsOn) Middle((double X, double Y, bool) one, (double X, double Y, bool) other) =>
        ((one.X + other.X) / 2, (one.Y + other.Y) / 2, true);

    private List<(double X, double Y, bool IsOn)[]> Contours(ushort glyph, int depth)
    {
        var isLong = Short(At("head") + 50) == 1;
        var (from, end) = (Place(glyph), Place(glyph + 1));
        if (from == end || depth > MostParts)
        {
            return [];
        }

        var at = At("glyf") + from;
        return Signed(at) < 0 ? Composed(at + 10, depth) : Simple(at);

        int Place(int number) => isLong ? Long(At("loca") + (4 * number)) : 2 * Short(At("loca") + (2 * number));
    }

    private List<(double X, double Y, bool IsOn)[]> Simple(int at)
    {
        var contours = Signed(at);
        var ends = Enumerable.Range(0, contours).Select(i => Short(at + 10 + (2 * i))).ToList();
        var read = at + 10 + (2 * contours) + 2 + Short(at + 10 + (2 * contours));
        var flags = new List<byte>();
        while (flags.Count <= ends[^1])
        {
            var flag = _file[read++];
            flags.AddRange(Enumerable.Repeat(flag, 1 + ((flag & 8) != 0 ? _file[read++] : 0)));
        }

        var x = Line(shortBit: 2, sameBit: 16);
        var y = Line(shortBit: 4, sameBit: 32);
        return [.. ends.Select((end, i) => Enumerable.Range(i == 0 ? 0 : ends[i - 1] + 1, end - (i == 0 ? -1 : ends[i - 1])).Select(p => ((double)x[p], (double)y[p], (flags[p] & 1) != 0)).ToArray())];

        List<int> Line(int shortBit, int sameBit)
        {
            var (places, last) = (new List<int>(), 0);
            foreach (var flag in flags)
            {
                if ((flag & shortBit) != 0)
                {
                    last += (flag & sameBit) != 0 ? _file[read] : -_file[read];
                    read++;
                }
                else if ((flag & sameBit) == 0)
                {
                    last += Signed(read);
                    read += 2;
                }

                places.Add(last);
            }

            return places;
        }
    }

    private List<(double X, double Y, bool IsOn)[]> Composed(int at, int depth)
    {
        List<(double X, double Y, bool IsOn)[]> shapes = [];
        for (var flags = 32; (flags & 32) != 0;)
        {
            flags = Short(at);
            var part = (ushort)Short(at + 2);
            at += 4;
            var (dx, dy) = (flags & 1) != 0 ? (Signed(at), Signed(at + 2)) : ((sbyte)_file[at], (sbyte)_file[at + 1]);
            at += (flags & 1) != 0 ? 4 : 2;
            var (a, b, c, d) = (1.0, 0.0, 0.0, 1.0);
            if ((flags & 8) != 0)
            {
                a = d = Share(ref at);
            }
            else if ((flags & 64) != 0)
            {
                (a, d) = (Share(ref at), Share(ref at));
            }
            else if ((flags & 128) != 0)
            {
                (a, b, c, d) = (Share(ref at), Share(ref at), Share(ref at), Share(ref at));
            }

            shapes.AddRange(Contours(part, depth + 1).Select(shape =>
                shape.Select(point => ((a * point.X) + (c * point.Y) + dx, (b * point.X) + (d * point.Y) + dy, point.IsOn)).ToArray()));
        }

        return shapes;

        double Share(ref int from)
        {
            from += 2;
            return Signed(from - 2) / 16384.0;
        }
    }
}
