using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>The name large, a tall photo beside it, price and code on a dark foot.</summary>
internal sealed record TurmericLayout() : Layout("kunyit", Colour.Turmeric)
{
    private const double Corner = 52;

    protected override void Draw(Easel easel, Wording said, IReadOnlyList<Photograph> photos, Palette palette)
    {
        var (format, scale) = (said.Format, said.Format.Scale);
        var inner = format.Width - (2 * Margin);
        var head = Math.Max(format.Free, Margin * 0.9);
        var photo = (format.Width * 0.52) - Margin;
        var (left, room) = (format.Width - photo - Margin, inner - photo - (40 * scale));
        var title = said.Named(room, 6, 92, 52);
        var (kicker, by) = (said.Kicker(room), said.By(room, 5));
        var deal = new Deal(said, inner, CodeSide);
        var (free, dark) = (Math.Max(format.Free, Margin * 0.8), Foot(palette));
        var band = format.Height - free - deal.Height - (44 * scale);
        var (top, end) = (head + (76 * scale), band - (44 * scale));

        easel.Fill(Outline.Box(0, 0, format.Width, format.Height), palette.Lead);
        easel.Fill(Outline.Box(0, band, format.Width, format.Height - band), dark);
        easel.Brand(Margin, head, 32 * scale, palette.OnLead, palette.OnLead, palette.Lead);
        var y = easel.Write(kicker, Margin, top, palette.OnLead, palette.Lead) + (18 * scale);
        easel.Write(title, Margin, y, palette.OnLead, palette.Lead);
        easel.Write(by, Margin, end - Easel.HeightOf(by), palette.OnLead, palette.Lead);
        easel.Show(photos, left, head, photo, end - head, (x, at, w, h) => Outline.Rounded(x, at, w, h, photos.Count > 1 ? Corner / 2 : Corner), palette);
        deal.Draw(easel, Margin, format.Height - free - deal.Height, Palette.Of(dark).Loud, Palette.On(dark), dark);
    }

    // the darkest of the house, unless that is the colour itself
    private static Colour Foot(Palette palette) => Colour.Contrast(Colour.Ink, palette.Lead) >= 1.5 ? Colour.Ink : Colour.Paper;
}
