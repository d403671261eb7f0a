using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Potentials;

/// <summary>Everything that is said of one potential, as it reads at one time.</summary>
/// <param name="Months">When it is harvested, or best visited: months of the year, 1 to 12; empty where every month is alike.</param>
/// <param name="Visit">Only of what one travels to.</param>
/// <param name="Opportunity">Only of what looks for a partner.</param>
/// <param name="Photos">In their order; null where there are none.</param>
public sealed record PotentialSheet(
    PotentialKind Kind, string Title, string Text, Figure[] Figures, int[] Months, Visit? Visit, Opportunity? Opportunity,
    Photo[]? Photos = null)
{
    public IReadOnlyList<Photo> Pictures() => Photos ?? [];

    /// <summary>Without spaces around anything, its months once and in their order.</summary>
    public PotentialSheet Tidy() => this with
    {
        Title = Title.Trim(),
        Text = Text.ReplaceLineEndings("\n").Trim(),
        Figures = [.. Figures.Select(figure => figure.Tidy())],
        Months = [.. Months.Distinct().Order()],
        Visit = Visit?.Tidy(),
        Opportunity = Opportunity?.Tidy(),
        Photos = Pictures().Count == 0 ? null : Gallery.Tidy(Pictures()),
    };

    /// <summary>Whether both say the same; lists compare by what is in them.</summary>
    public bool Says(PotentialSheet other) =>
        this with { Figures = other.Figures, Months = other.Months, Photos = other.Photos } == other
        && Figures.SequenceEqual(other.Figures) && Months.SequenceEqual(other.Months) && Pictures().SequenceEqual(other.Pictures());

    internal Refusal? Problem(DateOnly today) =>
        Title.Trim().Length is 0 or > Limits.Name ? PotentialRefusals.TitleLength
        : Text.Trim().Length is 0 or > Limits.About ? PotentialRefusals.TextLength
        : Figures.Length > Limits.PotentialFigures ? PotentialRefusals.TooManyFigures
        : Figures.Select(figure => figure.Problem(today)).FirstOrDefault(problem => problem is not null) is { } figure ? figure
        : Months.Any(month => month is < 1 or > 12) ? PotentialRefusals.Months
        : Visit?.Problem() is { } visit ? visit
        : Opportunity?.Problem() is { } opportunity ? opportunity
        : Gallery.Problem(Pictures(), Limits.PotentialPhotos) is { } photos ? photos
        : Words.Any(PublicText.HoldsNumber) ? PotentialRefusals.HoldsNumber
        : null;

    private IEnumerable<string> Words =>
        [Title, Text, .. Figures.SelectMany(figure => figure.Words), .. Visit?.Words ?? [], .. Opportunity?.Words ?? []];
}
