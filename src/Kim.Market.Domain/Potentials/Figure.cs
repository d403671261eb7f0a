namespace Kim.Market.Domain.Potentials;

/// <summary>One number of a village, and what makes it worth believing: its unit, its year, and who counted it.</summary>
/// <param name="Name">What is counted: <c>Produksi kerupuk</c>.</param>
/// <param name="Unit">In what: <c>ton/bulan</c>, <c>orang</c>, <c>ha</c>.</param>
/// <param name="Year">The year it holds of.</param>
/// <param name="Source">Who counted, or where it stands: <c>Profil desa 2025</c>.</param>
/// <param name="ValidUntil">The last day on which it may be believed; null while nobody has set one.</param>
public sealed record Figure(string Name, decimal Amount, string Unit, int Year, string Source, DateOnly? ValidUntil)
{
    /// <summary>A figure without a last day is old two years after its own.</summary>
    public const int KeepsFor = 2;

    public const int LongestName = 60;
    public const decimal Highest = 1_000_000_000_000m;

    private const int FirstYear = 1990;

    /// <summary>Whether it is too old to be read as what holds today; it stays readable, with its age.</summary>
    public bool IsStale(DateOnly today) => ValidUntil is { } last ? last < today : IsOld(Year, today);

    /// <summary>Whether what holds of a year is too old to be read as what holds today.</summary>
    public static bool IsOld(int year, DateOnly today) => today.Year - year > KeepsFor;

    internal Refusal? Problem(DateOnly today) =>
        Name.Trim().Length is 0 or > LongestName ? PotentialRefusals.FigureName
        : Amount is < 0 or > Highest || decimal.Round(Amount, 2) != Amount ? PotentialRefusals.FigureAmount
        : Unit.Trim().Length is 0 or > Limits.Unit ? PotentialRefusals.FigureUnit
        : Year < FirstYear || Year > today.Year ? PotentialRefusals.FigureYear
        : Source.Trim().Length is 0 or > Limits.Name ? PotentialRefusals.FigureSource
        : ValidUntil?.Year < Year ? PotentialRefusals.FigureEnd
        : null;

    internal Figure Tidy() => this with { Name = Name.Trim(), Unit = Unit.Trim(), Source = Source.Trim() };

    internal IEnumerable<string> Words => [Name, Unit, Source];
}
