using System.Globalization;
using System.Text.RegularExpressions;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Storefronts;

namespace Kim.Market.Web.Tests.Storefronts;

/// <summary>Whatever colour a KIM likes, what is written in it and on it can be read, by day and by night.</summary>
public sealed class StoreColoursTests
{
    [Fact]
    public void Every_colour_can_be_read_by_day_and_by_night()
    {
        const int Step = 17;
        for (var red = 0; red <= 255; red += Step)
        {
            for (var green = 0; green <= 255; green += Step)
            {
                for (var blue = 0; blue <= 255; blue += Step)
                {
                    var colours = new StoreColours(new((byte)red, (byte)green, (byte)blue));
                    var least = new[] { colours.OfText, colours.OfNightText, colours.OnFieldLeast }.Min();
                    Assert.True(least >= Palette.Readable, $"{colours.Chosen}: {least:0.00}");
                }
            }
        }
    }

    [Fact]
    public void What_can_be_read_is_left_as_it_is()
    {
        var river = new StoreColours(Colour.River);
        Assert.Equal(Colour.River, river.Text);
        Assert.NotEqual(Colour.River, river.NightText);

        var yellow = new StoreColours(Colour.Of("#ffee00"));
        Assert.True(yellow.AsChosen < Palette.Readable);
        Assert.NotEqual(yellow.Chosen, yellow.Text);
        Assert.Equal(yellow.Chosen, yellow.NightText);
    }

    /// <summary>The planes that colours are measured against are those of the site.</summary>
    [Fact]
    public void The_planes_are_those_of_the_style_sheet()
    {
        var tokens = File.ReadAllText(Path.Combine(Repository.Root, "src", "Kim.Market.Web", "wwwroot", "css", "tokens.css"));
        foreach (var plane in new[] { "ground", "surface", "sunken", "kunyit-soft", "jernang-soft", "pandan-soft", "sungai-soft" })
        {
            var both = Both(plane).Match(tokens);
            Assert.True(both.Success, plane);
            var (day, night) = (Screen(both.Groups["day"].Value), Screen(both.Groups["night"].Value));
            foreach (var chosen in new[] { "#ffee00", "#0b5259", "#808080", "#ff00aa" }.Select(hex => new StoreColours(Colour.Of(hex))))
            {
                // a screen rounds: a hundredth is nobody's loss
                Assert.True(Colour.Contrast(chosen.Text, day) >= Palette.Readable - 0.05, $"{chosen.Chosen} by day on {plane}");
                Assert.True(Colour.Contrast(chosen.NightText, night) >= Palette.Readable - 0.05, $"{chosen.Chosen} by night on {plane}");
            }
        }
    }

    [Fact]
    public void A_sheet_is_found_by_its_own_name_only()
    {
        var sheet = StoreSheet.Of(Colour.Of("#8a3ffc"));

        Assert.Equal(sheet.Name, StoreSheet.Find(sheet.Name)?.Name);
        Assert.Null(StoreSheet.Find("8a3ffc-0000000000000000.css"));
        Assert.Null(StoreSheet.Find(sheet.Name.Replace("8a", "8A", StringComparison.Ordinal)));
        Assert.Null(StoreSheet.Find("x"));
        Assert.Null(StoreSheet.Find("zzzzzz-0000000000000000.css"));
    }

    private static Regex Both(string token) => new($@"--{token}: light-dark\(oklch\((?<day>[^)]*)\), oklch\((?<night>[^)]*)\)\)", RegexOptions.None, TimeSpan.FromSeconds(1));

    // OKLCH to what a screen shows (CSS Color 4).
    private static Colour Screen(string oklch)
    {
        var parts = oklch.Split(' ').Select(part => double.Parse(part.TrimEnd('%'), CultureInfo.InvariantCulture)).ToArray();
        var (light, a, b) = (parts[0] / 100, parts[1] * Math.Cos(parts[2] * Math.PI / 180), parts[1] * Math.Sin(parts[2] * Math.PI / 180));
        var l = Math.Pow(light + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(light - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(light - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return new(
            Byte((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Byte((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Byte((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    private static byte Byte(double linear) =>
        (byte)Math.Clamp(Math.Round(255 * (linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055)), 0, 255);
}
