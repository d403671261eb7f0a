using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Stories;

/// <summary>
/// What a KIM tells of businesses and goods it looks after. That they are its own, whoever finds them for the writer has checked;
/// a story stays with the KIM that wrote it.
/// </summary>
public sealed record Story(Id<Story> Id, Id<Group> Group) : IAggregate<Story, StoryEvent>
{
    public string Title { get; private init; } = "";

    public IReadOnlyList<StoryBlock> Blocks { get; private init; } = [];

    public IReadOnlyList<Id<Business>> Businesses { get; private init; } = [];

    public IReadOnlyList<Id<Product>> Products { get; private init; } = [];

    public bool IsShown { get; private init; } = true;

    public static Decision<StoryEvent> Write(
        Id<Story> id, Id<Group> group, string title, string slug, IReadOnlyCollection<StoryBlock> blocks,
        IReadOnlyCollection<Id<Business>> businesses, IReadOnlyCollection<Id<Product>> products, DateTimeOffset now) =>
        Problem(title, blocks, businesses, products) is { } problem ? problem
        : !Domain.Slug.IsValid(slug) ? StoryRefusals.BadSlug
        : [new StoryWritten(id, group, title.Trim(), slug, [.. blocks], [.. businesses.Distinct()], [.. products.Distinct()], now)];

    /// <summary>Its address stays what it was: others have linked to it.</summary>
    public Decision<StoryEvent> Change(
        string title, IReadOnlyCollection<StoryBlock> blocks, IReadOnlyCollection<Id<Business>> businesses,
        IReadOnlyCollection<Id<Product>> products, DateTimeOffset now) =>
        !IsShown ? StoryRefusals.IsWithdrawn
        : Problem(title, blocks, businesses, products) is { } problem ? problem
        : title.Trim() == Title && blocks.SequenceEqual(Blocks) && businesses.Distinct().SequenceEqual(Businesses) && products.Distinct().SequenceEqual(Products) ? []
        : [new StoryChanged(title.Trim(), [.. blocks], [.. businesses.Distinct()], [.. products.Distinct()], now)];

    public Decision<StoryEvent> Withdraw(DateTimeOffset now) => IsShown ? [new StoryWithdrawn(now)] : [];

    public Decision<StoryEvent> ShowAgain(DateTimeOffset now) => IsShown ? [] : [new StoryShownAgain(now)];

    public static Story Evolve(Story? state, StoryEvent happened) => (state, happened) switch
    {
        (null, StoryWritten e) => new(e.Story, e.Group) { Title = e.Title, Blocks = e.Blocks, Businesses = e.Businesses, Products = e.Products },
        (not null, StoryChanged e) => state with { Title = e.Title, Blocks = e.Blocks, Businesses = e.Businesses, Products = e.Products },
        (not null, StoryWithdrawn) => state with { IsShown = false },
        (not null, StoryShownAgain) => state with { IsShown = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.ToString() ?? "nothing"}."),
    };

    private static Refusal? Problem(
        string title, IReadOnlyCollection<StoryBlock> blocks, IReadOnlyCollection<Id<Business>> businesses, IReadOnlyCollection<Id<Product>> products) =>
        title.Trim().Length is 0 or > Limits.Name ? StoryRefusals.TitleLength
        : blocks.Count == 0 || blocks.Any(block => block.Text.Length == 0) ? StoryRefusals.Empty
        : blocks.Any(block => block.Text.Length > Limits.StoryBlock) ? StoryRefusals.BlockLength
        : blocks.DistinctBy(block => block.Part).Count() < blocks.Count ? StoryRefusals.PartTwice
        : PublicText.HoldsNumber(title) || blocks.Any(block => PublicText.HoldsNumber(block.Text)) ? StoryRefusals.HoldsNumber
        : businesses.Count + products.Count == 0 ? StoryRefusals.OfNobody
        : businesses.Count + products.Count > Limits.StorySubjects ? StoryRefusals.TooManySubjects
        : null;
}
