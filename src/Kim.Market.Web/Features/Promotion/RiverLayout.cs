using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>The photo above, a wave, and everything that is said on the water below it.</summary>
internal sealed record RiverLayout() : Layout("sungai", Colour.River)
{
    private const double Wave = 34;

    protected override void Draw(Easel easel, Wording said, IReadOnlyList<Photograph> photos, Palette palette)
    {
        var (format, scale) = (said.Format, said.Format.Scale);
        var inner = format.Width - (2 * Margin);
        var photo = format.IsLow ? format.Width * 0.5 : format.Width;
        var (left, room) = format.IsLow ? (photo + 44, format.Width - photo - 44 - Margin) : (Margin, inner);
        var kicker = said.Kicker(room);
        var title = format.IsLow ? said.Named(room, 5, 76, 48) : said.Named(room, 2, 78, 46);
        var by = said.By(room, format.IsLow ? 4 : 2);
        var deal = new Deal(said, inner, CodeSide);
        var words = Easel.HeightOf(kicker) + Easel.HeightOf(title) + Easel.HeightOf(by) + (34 * scale);
        var foot = format.Height - Math.Max(format.Free, Margin * 0.9);
        var shore = foot - deal.Height - (format.IsLow ? 34 * scale : (84 * scale) + words) - Wave;
        var top = format.IsLow ? Math.Max(Margin, (shore - words) / 2) : shore + Wave + (42 * scale);

        easel.Fill(Outline.Box(0, 0, format.Width, format.Height), palette.Lead);
        easel.Show(photos, 0, 0, photo, shore + (2 * Wave), Outline.Box, palette);
        easel.Fill(Water(format, shore), palette.Lead);
        Plate(easel, format, palette);

        var y = easel.Write(kicker, left, top, palette.Loud, palette.Lead) + (14 * scale);
        y = easel.Write(title, left, y, palette.OnLead, palette.Lead) + (20 * scale);
        easel.Write(by, left, y, palette.SoftOnLead, palette.Lead);
        deal.Draw(easel, Margin, foot - deal.Height, palette.Loud, palette.OnLead, palette.Lead);
    }

    // one long wave, and a smaller one before it
    private static Outline Water(PosterFormat format, double shore)
    {
        var w = format.Width;
        return new Outline().Move(0, shore + Wave).Curve(w * 0.18, shore - (Wave * 0.6), w * 0.32, shore - (Wave * 0.6), w * 0.5, shore + (Wave * 0.7))
            .Curve(w * 0.68, shore + (Wave * 2), w * 0.84, shore + (Wave * 1.6), w, shore + (Wave * 0.2))
            .Line(w, format.Height).Line(0, format.Height).Close();
    }

    private static void Plate(Easel easel, PosterFormat format, Palette palette)
    {
        var (size, y) = (30 * format.Scale, Math.Max(format.Free, Margin * 0.7));
        easel.Fill(Outline.Rounded(Margin - 22, y - (size * 0.5), size * 8.1, size * 2, size), palette.Lead);
        easel.Brand(Margin, y, size, Colour.Contrast(Colour.Turmeric, palette.Lead) > 1.6 ? Colour.Turmeric : palette.OnLead, palette.OnLead, palette.Lead);
    }
}
