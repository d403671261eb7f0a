using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>What a link shows of itself in a message: no code, for it is a link already.</summary>
internal sealed record CardLayout() : Layout("kartu", Colour.River)
{
    private const double Edge = 56;

    public static readonly CardLayout Only = new();

    protected override void Draw(Easel easel, Wording said, IReadOnlyList<Photograph> photos, Palette palette)
    {
        var (format, split) = (said.Format, said.Format.Width * 0.46);
        var inner = format.Width - split - (2 * Edge);
        var (left, foot) = (split + Edge, format.Height - Edge);
        var kicker = said.Kicker(inner);
        var title = said.Named(inner, 3, 78, 46);
        var by = said.By(inner);
        var big = said.HasBig ? said.Big(inner, 70) : null;
        var notes = said.Notes(inner);

        easel.Fill(Outline.Box(0, 0, format.Width, format.Height), palette.Lead);
        easel.Show(photos, 0, 0, split, format.Height, Outline.Box, palette);
        var y = easel.Write(kicker, left, Edge, palette.Loud, palette.Lead) + 14;
        y = easel.Write(title, left, y, palette.OnLead, palette.Lead) + 16;
        y = easel.Write(by, left, y, palette.SoftOnLead, palette.Lead);
        easel.Brand(left, foot - 30, 28, Colour.Turmeric, palette.OnLead, palette.Lead);

        // from the foot upwards, as far as there is room above it
        var room = foot - 62 - y;
        foreach (var note in notes.Reverse())
        {
            room -= Easel.HeightOf(note) + 6;
        }

        if (big is not null && room >= Easel.HeightOf(big) + 14)
        {
            var at = foot - 62 - notes.Sum(note => Easel.HeightOf(note) + 6) - Easel.HeightOf(big) - 6;
            at = easel.Write(big, left, at, palette.Loud, palette.Lead) + 6;
            foreach (var note in notes)
            {
                at = easel.Write(note, left, at, palette.OnLead, palette.Lead) + 6;
            }
        }
    }
}
