using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Drawing;

/// <summary>
/// Writes a drawing as SVG. Letters are drawn, not written: nothing that a person typed is in the file, and no machine needs a font for it.
/// </summary>
internal static class SvgScene
{
    public static string Write(Scene scene)
    {
        var svg = new StringBuilder(512 * 1024);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{scene.Width:0.##}\" height=\"{scene.Height:0.##}\" viewBox=\"0 0 {scene.Width:0.##} {scene.Height:0.##}\">");
        var clips = 0;
        foreach (var mark in scene.Marks)
        {
            switch (mark)
            {
                case Field field:
                    svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{field.Colour}\" d=\"");
                    Append(svg, field.Outline);
                    svg.Append("\"/>");
                    break;
                case Letters letters:
                    svg.Append(CultureInfo.InvariantCulture, $"<path transform=\"translate({letters.X:0.##} {letters.Y:0.##})\" fill=\"{letters.Colour}\" d=\"{letters.Font.Path(letters.Text, letters.Size)}\"/>");
                    break;
                case Placed placed:
                    svg.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"c{++clips}\"><path d=\"");
                    Append(svg, placed.Within);
                    svg.Append(CultureInfo.InvariantCulture, $"\"/></clipPath><image clip-path=\"url(#c{clips})\" x=\"{placed.X:0.##}\" y=\"{placed.Y:0.##}\" width=\"{placed.Width:0.##}\" height=\"{placed.Height:0.##}\" preserveAspectRatio=\"none\" xlink:href=\"data:image/jpeg;base64,{Convert.ToBase64String(placed.Photo.Jpeg)}\"/>");
                    break;
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Outline outline)
    {
        foreach (var (step, points) in outline.Steps)
        {
            svg.Append(step);
            for (var i = 0; i < points.Length; i++)
            {
                svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : " ")}{points[i]:0.##}");
            }
        }
    }
}
