using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>The name as large as it can be, the photo below it, price and code on a dark foot.</summary>
internal sealed record TurmericLayout() : Layout("kunyit", Colour.Turmeric)
{
    private const double Corner = 52;

    protected override void Draw(Easel easel, Wording said, IReadOnlyList<Photograph> photos, Palette palette)
    {
        var (format, scale) = (said.Format, said.Format.Scale);
        var inner = format.Width - (2 * Margin);
        var head = Math.Max(format.Free, Margin * 0.9);
        var kicker = said.Kicker(inner - (330 * scale));
        var title = said.Named(inner, 3, 116, 50);
        var by = said.By(inner);
        var deal = new Deal(said, inner, CodeSide);
        var (free, dark) = (Math.Max(format.Free, Margin * 0.8), Foot(palette));
        var band = format.Height - free - deal.Height - (44 * scale);

        easel.Fill(Outline.Box(0, 0, format.Width, format.Height), palette.Lead);
        easel.Fill(Outline.Box(0, band, format.Width, format.Height - band), dark);
        easel.Brand(Margin, head, 32 * scale, palette.OnLead, palette.OnLead, palette.Lead);
        easel.Write(kicker, format.Width - Margin - kicker.Lines.Max(line => kicker.Font.Width(line, kicker.Size)), head + (4 * scale), palette.OnLead, palette.Lead);
        var y = easel.Write(title, Margin, head + (76 * scale), palette.OnLead, palette.Lead) + (18 * scale);
        y = easel.Write(by, Margin, y, palette.OnLead, palette.Lead) + (34 * scale);
        easel.Show(photos, Margin, y, inner, band - y - (40 * scale), (x, top, w, h) => Outline.Rounded(x, top, w, h, photos.Count > 1 ? Corner / 2 : Corner), palette);
        deal.Draw(easel, Margin, format.Height - free - deal.Height, Palette.Of(dark).Accent, Palette.On(dark), dark);
    }

    // the darkest of the house, unless that is the colour itself
    private static Colour Foot(Palette palette) => Colour.Contrast(Colour.Ink, palette.Lead) >= 1.5 ? Colour.Ink : Colour.Paper;
}
