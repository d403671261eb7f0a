namespace Kim.Market.Web.Drawing;

/// <summary>The colours of a drawing, all of them found from one: what is written can be read on what it stands on, whichever one it is.</summary>
/// <param name="Lead">The colour itself, for fields.</param>
/// <param name="OnLead">Text on such a field.</param>
/// <param name="SoftOnLead">Smaller text on such a field.</param>
/// <param name="LeadOnPaper">The colour as text, on paper and on white.</param>
/// <param name="Accent">Something that stands out on a field of the colour.</param>
/// <param name="OnAccent">Text on that.</param>
public sealed record Palette(Colour Lead, Colour OnLead, Colour SoftOnLead, Colour LeadOnPaper, Colour Accent, Colour OnAccent)
{
    /// <summary>What text needs (WCAG 2, AA).</summary>
    public const double Readable = 4.5;

    private const double Apart = 2.2;

    /// <summary>What is read first on a field of the colour.</summary>
    public Colour Loud => Colour.Contrast(Accent, Lead) >= Readable ? Accent : OnLead;

    public static Palette Of(Colour lead)
    {
        var on = On(lead);
        var accent = new[] { Colour.Turmeric, Colour.Ink, Colour.Pale }.First(colour => Colour.Contrast(colour, lead) >= Apart);
        return new(lead, on, Softened(on, lead), Darkened(lead), accent, On(accent));
    }

    /// <summary>The text colour of the house that can be read on a field; pure white or black on the few that neither suits.</summary>
    public static Colour On(Colour field)
    {
        foreach (var colour in new[] { Colour.Pale, Colour.Ink, Colour.White })
        {
            if (Colour.Contrast(colour, field) >= Readable)
            {
                return colour;
            }
        }

        return Colour.Black; // one of white and black always can be read
    }

    private static Colour Softened(Colour text, Colour field)
    {
        var softer = text.Towards(field, 0.22);
        return Colour.Contrast(softer, field) >= Readable ? softer : text;
    }

    private static Colour Darkened(Colour lead)
    {
        var share = 0.0;
        while (Colour.Contrast(lead.Towards(Colour.Ink, share), Colour.Paper) < Readable)
        {
            share += 0.05;
        }

        return lead.Towards(Colour.Ink, share);
    }
}
