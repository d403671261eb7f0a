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
        var wide = format.IsLow ? inner * 0.52 : inner;
        var (left, room) = format.IsLow ? (Margin + wide + 40, inner - wide - 40) : (Margin, inner);
        var kicker = said.Kicker(inner - (330 * scale));
        var title = format.IsLow ? said.Named(room, 5, 72, 46) : said.Named(room, 2, 76, 46);
        var by = said.By(room, format.IsLow ? 4 : 2);
        var deal = new Deal(said, inner, CodeSide);
        var (head, foot) = (Math.Max(format.Free, Margin * 0.8), format.Height - Math.Max(format.Free, Margin * 0.9));
        var words = Easel.HeightOf(title) + Easel.HeightOf(by) + (16 * scale);
        var line = foot - deal.Height - (32 * scale);
        var photo = head + (64 * scale);
        var end = line - (format.IsLow ? 34 * scale : (62 * scale) + words);
        var top = format.IsLow ? photo : end + (32 * scale);

        easel.Fill(Outline.Box(0, 0, format.Width, format.Height), ground);
        easel.Brand(Margin, head, 32 * scale, Colour.Turmeric.Towards(Colour.Resin, 0.2), Colour.Ink, ground);
        easel.Write(kicker, format.Width - Margin - Widest(kicker), head + (4 * scale), palette.LeadOnPaper, ground);
        easel.Show(photos, Margin, photo, wide, end - photo, photos.Count > 1 ? Outline.Box : (x, y, w, h) => Outline.Stairs(x, y, w, h, Step), palette);
        var y = easel.Write(title, left, top, Colour.Ink, ground) + (16 * scale);
        easel.Write(by, left, y, Colour.Soft, ground);
        easel.Fill(Outline.Box(Margin, line, inner, 3), palette.LeadOnPaper);
        deal.Draw(easel, Margin, foot - deal.Height, palette.LeadOnPaper, Colour.Soft, ground);
    }

    private static double Widest(Fitted text) => text.Lines.Max(line => text.Font.Width(line, text.Size));
}
