using System.Globalization;
using System.Text;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Drawing;

/// <summary>Writes drawings as pages of A4: the same marks as on a screen, but shapes stay shapes and letters stay letters.</summary>
internal static class PdfScene
{
    public static byte[] Write(IReadOnlyList<Scene> scenes, string title)
    {
        using var file = new PdfFile();
        foreach (var scene in scenes)
        {
            Draw(file, file.AddPage(), scene);
        }

        return file.Write(title, Languages.IsEnglish ? "en" : "id", madeAt: null);
    }

    private static void Draw(PdfFile file, PdfPage page, Scene scene)
    {
        var scale = PdfPage.Width / scene.Width;
        foreach (var mark in scene.Marks)
        {
            switch (mark)
            {
                case Field field:
                    page.Shape(Ink(field.Colour), PathOf(field.Outline, scale));
                    break;
                case Letters letters:
                    page.Text(letters.Font, letters.Size * scale, Ink(letters.Colour), letters.X * scale, letters.Y * scale, letters.Text);
                    break;
                case Placed placed:
                    page.Photo(
                        file.AddPhoto(placed.Photo.Jpeg, placed.Photo.Width, placed.Photo.Height), PathOf(placed.Within, scale),
                        placed.X * scale, placed.Y * scale, placed.Width * scale, placed.Height * scale);
                    break;
            }
        }
    }

    private static string PathOf(Outline outline, double scale)
    {
        var path = new StringBuilder();
        foreach (var (step, points) in outline.Steps)
        {
            for (var i = 0; i < points.Length; i++)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? points[i] * scale : PdfPage.Height - (points[i] * scale)):0.###} ");
            }

            path.Append(step == 'Z' ? 'h' : char.ToLowerInvariant(step)).Append('\n');
        }

        return path.ToString();
    }

    private static Ink Ink(Colour colour) => new(colour.Red, colour.Green, colour.Blue);
}
