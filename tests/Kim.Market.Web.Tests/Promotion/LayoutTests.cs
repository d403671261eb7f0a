using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>What every poster owes whoever looks at it, whatever the thing is called and whatever colour the storefront has.</summary>
public class LayoutTests
{
    private const string Ellipsis = "…";

    [Fact]
    public void Every_letter_can_be_read_on_what_it_really_stands_on()
    {
        foreach (var name in Pieces.RealNames().Concat(Pieces.Hostile))
        {
            All(Pieces.Drawn(Pieces.Of(name)), name);
            All(Pieces.Drawn(Pieces.Of(name, by: string.Concat(Enumerable.Repeat("Desa Contoh yang Panjang, ", 12)), big: null)), name);
            All(Pieces.Drawn(Pieces.Counted(name)), name);
        }

        static void All(IEnumerable<(PosterFile File, Scene Scene)> drawn, string name)
        {
            foreach (var (file, scene) in drawn)
            {
                Assert.All(scene.Marks.OfType<Letters>(), letters => IsReadable(scene, letters, $"{file.Name}, {name}"));
            }
        }
    }

    [Fact]
    public void Whatever_colour_a_storefront_has()
    {
        foreach (var (red, green, blue) in from red in Steps from green in Steps from blue in Steps select (red, green, blue))
        {
            foreach (var (file, scene) in Pieces.Drawn(Pieces.Of("Amplang Ikan Nila 250 g"), new(red, green, blue)).Concat(Pieces.Drawn(Pieces.Counted("Batuah"), new(red, green, blue))))
            {
                Assert.All(scene.Marks.OfType<Letters>(), letters => IsReadable(scene, letters, $"{file.Name}, {new Colour(red, green, blue)}"));
            }
        }
    }

    [Fact]
    public void Nothing_leaves_the_sheet_or_stands_on_other_words()
    {
        foreach (var name in Pieces.RealNames().Concat(Pieces.Hostile))
        {
            foreach (var (file, scene) in Pieces.Drawn(Pieces.Of(name, by: name)).Concat(Pieces.Drawn(Pieces.Counted(name))))
            {
                var lines = scene.Marks.OfType<Letters>().Select(Box).ToList();
                Assert.All(lines, line => Assert.True(line.Left >= 0 && line.Right <= scene.Width + 0.5 && line.Top >= 0 && line.Foot <= scene.Height, $"{file.Name}, {name}"));
                for (var i = 0; i < lines.Count; i++)
                {
                    Assert.DoesNotContain(lines.Skip(i + 1), other => Meet(lines[i], other));
                }
            }
        }
    }

    [Fact]
    public void What_does_not_fit_ends_in_an_ellipsis_and_what_fits_is_whole()
    {
        foreach (var name in Pieces.RealNames().Concat(Pieces.Hostile).Append(string.Concat(Enumerable.Repeat("kata ", 400))))
        {
            foreach (var (width, lines) in new[] { (300.0, 1), (300, 3), (950, 2), (40, 2) })
            {
                var fitted = Fitted.Of(PdfFont.Bold, name, width, lines, 82, 46);
                var whole = Fitted.Legible(PdfFont.Bold, name);

                Assert.InRange(fitted.Lines.Count, 1, lines);
                Assert.InRange(fitted.Size, 0.6 * 46, 82);
                Assert.All(fitted.Lines, line => Assert.True(PdfFont.Bold.Width(line, fitted.Size) <= width || line.Length <= 1, $"'{line}' is wider than {width}"));
                var said = string.Concat(fitted.Lines).Replace(" ", "", StringComparison.Ordinal);
                if (said != whole.Replace(" ", "", StringComparison.Ordinal))
                {
                    Assert.EndsWith(Ellipsis, fitted.Lines[^1], StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Real_names_are_never_cut()
    {
        foreach (var name in Pieces.RealNames())
        {
            foreach (var (file, scene) in Pieces.Drawn(Pieces.Of(name)))
            {
                var all = string.Join(' ', scene.Marks.OfType<Letters>().Select(letters => letters.Text));
                Assert.True(name.Split(' ').All(word => all.Contains(word, StringComparison.Ordinal)), $"{file.Name} cuts '{name}'");
            }
        }
    }

    [Fact]
    public void No_single_word_is_left_over_below_a_full_line()
    {
        var fitted = Fitted.Of(PdfFont.Bold, "Gantungan Kunci Tutup Botol 12 Buah", 900, 2, 82, 46);

        Assert.Equal(["Gantungan Kunci", "Tutup Botol 12 Buah"], fitted.Lines);
    }

    [Theory]
    [InlineData(Pieces.Address)]
    [InlineData("https://pasar.kabupaten-contoh.go.id/en/cerita/enam-perempuan-satu-kuali-dan-api-yang-tidak-boleh-ditinggal-sampai-pagi-hari-benar")]
    public void Every_square_of_a_code_is_a_whole_number_of_pixels_on_white_with_its_rim(string address)
    {
        foreach (var (_, scene) in Pieces.Drawn(Pieces.Of("Amplang"), address: address).Where(drawn => !drawn.File.IsCard))
        {
            var code = scene.Marks.OfType<Field>().MaxBy(field => field.Outline.Steps.Count)!;
            var points = code.Outline.Steps.SelectMany(step => step.Points).ToList();
            var squares = Features.Shared.Qr.Modules(address).Count;
            var plate = scene.Marks.OfType<Field>().Last(field => field.Colour == Colour.White && field != code);

            Assert.All(points, point => Assert.Equal(Math.Round(point), point));
            var left = plate.Outline.Steps.SelectMany(step => step.Points.Where((_, i) => i % 2 == 0)).Min();
            var right = plate.Outline.Steps.SelectMany(step => step.Points.Where((_, i) => i % 2 == 0)).Max();
            var module = (right - left) / squares;
            Assert.True(module >= 4, $"{module} pixels a square are too few for a telephone");
            Assert.True(points.Where((_, i) => i % 2 == 0).Min() - left >= 4 * module - 0.01);
        }
    }

    [Theory]
    [InlineData(4000, 300)]
    [InlineData(300, 4000)]
    [InlineData(30, 30)]
    [InlineData(960, 1200)]
    public void An_odd_photo_is_shown_whole_and_never_larger_than_it_bears(int width, int height)
    {
        foreach (var (file, scene) in Pieces.Drawn(Pieces.Of("Amplang"), photos: [new([], width, height)]))
        {
            var placed = Assert.Single(scene.Marks.OfType<Placed>());
            Assert.Equal((double)width / height, placed.Width / placed.Height, 3);
            Assert.True(placed.Width / width <= 2.41, $"{file.Name} blows {width} × {height} up");
        }
    }

    private static byte[] Steps => [0, 51, 102, 119, 128, 153, 204, 255];

    private static void IsReadable(Scene scene, Letters letters, string where)
    {
        Assert.True(Colour.Contrast(letters.Colour, letters.On) >= Palette.Readable, $"{where}: '{letters.Text}' {letters.Colour} on {letters.On}");
        var box = Box(letters);
        foreach (var (x, y) in new[] { (box.Left + 1, letters.Y - 1), ((box.Left + box.Right) / 2, letters.Y - (letters.Size / 3)), (box.Right - 1, box.Top + 1) })
        {
            Assert.True(Beneath.Of(scene, letters, x, y) == letters.On, $"{where}: '{letters.Text}' does not stand on {letters.On} at {x:0}, {y:0}");
        }
    }

    private static (double Left, double Right, double Top, double Foot) Box(Letters letters) =>
        (letters.X, letters.X + letters.Width, letters.Y - (letters.Size * 0.74), letters.Y + (letters.Size * 0.2));

    private static bool Meet((double Left, double Right, double Top, double Foot) one, (double Left, double Right, double Top, double Foot) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Foot - 0.5 && other.Top < one.Foot - 0.5;
}
