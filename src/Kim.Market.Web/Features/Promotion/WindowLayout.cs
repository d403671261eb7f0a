using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>A photo in its frame on paper, as in a shop window: the one that needs least ink.</summary>
internal sealed record WindowLayout() : Layout("etalase", Colour.Resin)
{
    private const double Step = 30;

    protected override void Draw(Easel easel, Wording said, IReadOnlyList<Photograph> photos, Palette palette)
    {
        var (format, scale) = (said.Format, said.Format.Scale);
        var ground = format.IsPaper ? Colour.White : Colour.Paper;
        var inner = format.Width - (2 * Margin);
        var kicker = said.Kicker(inner - (330 * scale));
        var title = said.Named(inner, 2, 78, 46);
        var by = said.By(inner);
        var deal = new Deal(said, inner, CodeSide);
        var (head, foot) = (Math.Max(format.Free, Margin * 0.8), format.Height - Math.Max(format.Free, Margin));
        var words = Easel.HeightOf(title) + Easel.HeightOf(by) + (16 * scale);
        var line = foot - deal.Height - (34 * scale);
        var top = line - (30 * scale) - words;
        var photo = head + (66 * scale);

        easel.Fill(Outline.Box(0, 0, format.Width, format.Height), ground);
        easel.Brand(Margin, head, 32 * scale, Colour.Turmeric.Towards(Colour.Resin, 0.2), Colour.Ink, ground);
        easel.Write(kicker, format.Width - Margin - Widest(kicker), head + (4 * scale), palette.LeadOnPaper, ground);
        easel.Show(photos, Margin, photo, inner, top - (34 * scale) - photo, photos.Count > 1 ? Outline.Box : (x, y, w, h) => Outline.Stairs(x, y, w, h, Step), palette);
        var y = easel.Write(title, Margin, top, Colour.Ink, ground) + (16 * scale);
        easel.Write(by, Margin, y, Colour.Soft, ground);
        easel.Fill(Outline.Box(Margin, line, inner, 3), palette.LeadOnPaper);
        deal.Draw(easel, Margin, foot - deal.Height, palette.LeadOnPaper, Colour.Soft, ground);
    }

    private static double Widest(Fitted text) => text.Lines.Max(line => text.Font.Width(line, text.Size));
}
