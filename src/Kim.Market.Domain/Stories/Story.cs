using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Stories;

/// <summary>The villages that a story tells of, and their potentials.</summary>
public sealed record StoryTies(IReadOnlyList<RegionCode> Villages, IReadOnlyList<Id<Potential>> Potentials)
{
    public static readonly StoryTies None = new([], []);

    internal int Count => Villages.Count + Potentials.Count;

    internal StoryTied Told(DateTimeOffset now) => new([.. Villages.Distinct()], [.. Potentials.Distinct()], now);

    internal bool Says(StoryTies other) => Villages.Distinct().SequenceEqual(other.Villages) && Potentials.Distinct().SequenceEqual(other.Potentials);
}

/// <summary>
/// What a KIM tells of villages, businesses and goods it looks after. That they are its own, whoever finds them for the writer has checked;
/// a story stays with the KIM that wrote it.
/// </summary>
public sealed record Story(Id<Story> Id, Id<Group> Group) : IAggregate<Story, StoryEvent>
{
    public string Title { get; private init; } = "";

    public IReadOnlyList<StoryBlock> Blocks { get; private init; } = [];

    public IReadOnlyList<Id<Business>> Businesses { get; private init; } = [];

    public IReadOnlyList<Id<Product>> Products { get; private init; } = [];

    public StoryTies Ties { get; private init; } = StoryTies.None;

    public IReadOnlyList<Photo> Photos { get; private init; } = [];

    /// <summary>When it is going to be shown by itself; null when it is or was.</summary>
    public DateTimeOffset? ShowsFrom { get; private init; }

    public bool IsShown { get; private init; } = true;

    private bool IsAway => !IsShown && ShowsFrom is null;

    /// <param name="from">When everybody reads it; null for at once.</param>
    public static Decision<StoryEvent> Write(
        Id<Story> id, Id<Group> group, string title, string slug, IReadOnlyCollection<StoryBlock> blocks,
        IReadOnlyCollection<Id<Business>> businesses, IReadOnlyCollection<Id<Product>> products, DateTimeOffset now, StoryTies? ties = null,
        DateTimeOffset? from = null) =>
        Problem(title, blocks, businesses, products, ties ?? StoryTies.None) is { } problem ? problem
        : !Domain.Slug.IsValid(slug) ? StoryRefusals.BadSlug
        : from is { } moment && !IsLater(moment, now) ? StoryRefusals.NotLater
        :
        [
            new StoryWritten(id, group, title.Trim(), slug, [.. blocks], [.. businesses.Distinct()], [.. products.Distinct()], now),
            .. ties is { Count: > 0 } ? [ties.Told(now)] : Array.Empty<StoryEvent>(),
            .. from is { } later ? [new StoryScheduled(later, now)] : Array.Empty<StoryEvent>(),
        ];

    /// <summary>Its address stays what it was: others have linked to it.</summary>
    /// <param name="ties">Null leaves them as they are.</param>
    public Decision<StoryEvent> Change(
        string title, IReadOnlyCollection<StoryBlock> blocks, IReadOnlyCollection<Id<Business>> businesses,
        IReadOnlyCollection<Id<Product>> products, DateTimeOffset now, StoryTies? ties = null)
    {
        if (IsAway)
        {
            return StoryRefusals.IsWithdrawn;
        }

        if (Problem(title, blocks, businesses, products, ties ?? Ties) is { } problem)
        {
            return problem;
        }

        var isSame = title.Trim() == Title && blocks.SequenceEqual(Blocks) && businesses.Distinct().SequenceEqual(Businesses) && products.Distinct().SequenceEqual(Products);
        return
        [
            .. isSame ? Array.Empty<StoryEvent>() : [new StoryChanged(title.Trim(), [.. blocks], [.. businesses.Distinct()], [.. products.Distinct()], now)],
            .. ties is null || ties.Says(Ties) ? Array.Empty<StoryEvent>() : [ties.Told(now)],
        ];
    }

    public Decision<StoryEvent> Picture(IReadOnlyList<Photo> photos, DateTimeOffset now) =>
        Gallery.Problem(photos, Limits.StoryPhotos) is { } problem ? problem
        : photos.SequenceEqual(Photos) ? []
        : [new StoryPictured(Gallery.Tidy(photos), now)];

    /// <summary>Its moment may have come; before it, and of a story that was taken away meanwhile, nothing happens.</summary>
    public Decision<StoryEvent> Appear(DateTimeOffset now) => ShowsFrom <= now ? [new StoryAppeared(now)] : [];

    public Decision<StoryEvent> Withdraw(DateTimeOffset now) => IsAway ? [] : [new StoryWithdrawn(now)];

    /// <summary>Also of a story that waits for its moment: then it is shown at once.</summary>
    public Decision<StoryEvent> ShowAgain(DateTimeOffset now) => IsShown ? [] : [new StoryShownAgain(now)];

    public static Story Evolve(Story? state, StoryEvent happened) => (state, happened) switch
    {
        (null, StoryWritten e) => new(e.Story, e.Group) { Title = e.Title, Blocks = e.Blocks, Businesses = e.Businesses, Products = e.Products },
        (not null, StoryChanged e) => state with { Title = e.Title, Blocks = e.Blocks, Businesses = e.Businesses, Products = e.Products },
        (not null, StoryTied e) => state with { Ties = new(e.Villages, e.Potentials) },
        (not null, StoryPictured e) => state with { Photos = e.Photos },
        (not null, StoryScheduled e) => state with { IsShown = false, ShowsFrom = e.From },
        (not null, StoryWithdrawn) => state with { IsShown = false, ShowsFrom = null },
        (not null, StoryShownAgain or StoryAppeared) => state with { IsShown = true, ShowsFrom = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.ToString() ?? "nothing"}."),
    };

    private static bool IsLater(DateTimeOffset moment, DateTimeOffset now) => moment > now && moment <= now.AddYears(1);

    private static Refusal? Problem(
        string title, IReadOnlyCollection<StoryBlock> blocks, IReadOnlyCollection<Id<Business>> businesses, IReadOnlyCollection<Id<Product>> products,
        StoryTies ties) =>
        title.Trim().Length is 0 or > Limits.Name ? StoryRefusals.TitleLength
        : blocks.Count == 0 || blocks.Any(block => block.Text.Length == 0) ? StoryRefusals.Empty
        : blocks.Any(block => block.Text.Length > Limits.StoryBlock) ? StoryRefusals.BlockLength
        : blocks.DistinctBy(block => block.Part).Count() < blocks.Count ? StoryRefusals.PartTwice
        : PublicText.HoldsNumber(title) || blocks.Any(block => PublicText.HoldsNumber(block.Text)) ? StoryRefusals.HoldsNumber
        : businesses.Count + products.Count + ties.Count == 0 ? StoryRefusals.OfNobody
        : businesses.Count + products.Count + ties.Count > Limits.StorySubjects ? StoryRefusals.TooManySubjects
        : null;
}
