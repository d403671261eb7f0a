namespace Kim.Market.Domain.Products;

/// <content>On which terms it can be had, its season, and its story.</content>
public sealed partial record Product
{
    /// <summary>Seasons turn at midnight in central Indonesia.</summary>
    public static readonly TimeSpan SeasonClock = TimeSpan.FromHours(8);

    public Terms Terms { get; private init; } = Terms.Ordinary;

    public Story Story { get; private init; } = Story.None;

    /// <summary>It has a season, and this is not it: it is shown behind all others, and cannot be ordered.</summary>
    public bool IsResting => Terms.Season is not null && HasEnded;

    private bool HasEnded { get; init; }

    public Decision<ProductEvent> SetTerms(Terms terms, DateTimeOffset now) =>
        terms.Trim() == Terms ? []
        : terms.Check() is { } wrong ? wrong
        : [new ProductTermsSet(terms.Trim(), now)];

    public Decision<ProductEvent> TellStory(Story story, DateTimeOffset now) =>
        story.Trim() == Story ? []
        : story.Check() is { } wrong ? wrong
        : [new ProductStoryTold(story.Trim(), now)];

    /// <summary>All that its seller may write, in one go: all of it or nothing.</summary>
    /// <param name="option">Which of its options it is; without meaning where it has none.</param>
    public Decision<ProductEvent> Rewrite(ProductFace face, Terms terms, Story story, string option, DateTimeOffset now)
    {
        Decision<ProductEvent>[] parts =
            [Describe(face, now), SetTerms(terms, now), TellStory(story, now), Family is { } family ? BeOption(family, option, now) : []];
        return parts.FirstOrDefault(part => part.Refusal is not null) ?? [.. parts.SelectMany(part => part)];
    }

    /// <summary>The calendar has turned a page: the season begins, or is over.</summary>
    public Decision<ProductEvent> TurnSeason(DateTimeOffset now) => Terms.Season is not { } season ? []
        : season.Holds(DayOf(now)) == !IsResting ? []
        : IsResting ? [new ProductSeasonBegun(now)]
        : [new ProductSeasonEnded(now)];

    /// <summary>The day by which seasons are counted.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(SeasonClock).DateTime);

    private Product Offered(Terms terms, DateTimeOffset at) => this with
    {
        Terms = terms,
        HasEnded = terms.Season is { } season && !season.Holds(DayOf(at)),
    };
}
