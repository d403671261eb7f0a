namespace Kim.Market.Web.Drawing;

/// <summary>
/// What a page makes of one colour, by day and by night: a field with text on it, and the colour as text. As text it is moved towards dark or
/// light just as far as it takes to be read on every plane of the site (WCAG 2, AA), whichever one it is.
/// </summary>
public sealed record StoreColours(Colour Chosen)
{
    private const double Step = 0.02;

    // ground, surface, sunken and the soft fields of notices, as tokens.css has them
    private static readonly Colour[] Day = [.. new[] { "#ffffff", "#f7f5ef", "#efece2", "#eeece2", "#fbe3dc", "#fdefc9", "#e1efdc", "#dbedec" }.Select(Colour.Of)];
    private static readonly Colour[] Night = [.. new[] { "#0a1a1c", "#122528", "#061315", "#413315", "#4d261f", "#1c3726", "#1b383a" }.Select(Colour.Of)];
    private static readonly Colour Dusk = Colour.Of("#0a1a1c");

    /// <summary>A field of the colour itself.</summary>
    public Colour Field => Chosen;

    public Colour OnField { get; } = Palette.On(Chosen);

    /// <summary>The same field by night, so that a bright one does not blind.</summary>
    public Colour NightField { get; } = Chosen.Towards(Dusk, 0.35);

    public Colour OnNightField { get; } = Palette.On(Chosen.Towards(Dusk, 0.35));

    public Colour Text { get; } = Moved(Chosen, Colour.Ink, Day);

    public Colour NightText { get; } = Moved(Chosen, Colour.Pale, Night);

    /// <summary>The least contrast the colour itself has as text by day; what is below <see cref="Palette.Readable"/> is moved.</summary>
    public double AsChosen => Least(Chosen, Day);

    public double OfText => Least(Text, Day);

    public double OfNightText => Least(NightText, Night);

    public double OnFieldLeast => Math.Min(Colour.Contrast(Field, OnField), Colour.Contrast(NightField, OnNightField));

    private static Colour Moved(Colour colour, Colour towards, Colour[] planes)
    {
        var share = 0.0;
        while (share < 1 && Least(colour.Towards(towards, share), planes) < Palette.Readable)
        {
            share = Math.Min(1, share + Step);
        }

        return colour.Towards(towards, share);
    }

    private static double Least(Colour text, Colour[] planes) => planes.Min(plane => Colour.Contrast(text, plane));
}
