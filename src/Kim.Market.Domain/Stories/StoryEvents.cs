using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Stories;

/// <summary>Everything that can happen to a story. The type names are stored: rename one and history is lost.</summary>
public abstract record StoryEvent
{
    private protected StoryEvent() { }
}

/// <summary>A KIM told of somebody it looks after. Who of the KIM wrote it stands beside the event, never on the page.</summary>
public sealed record StoryWritten(
    Id<Story> Story, Id<Group> Group, string Title, string Slug, StoryBlock[] Blocks, Id<Business>[] Businesses, Id<Product>[] Products,
    DateTimeOffset At) : StoryEvent;

/// <summary>All of it as it reads now, not only what is new.</summary>
public sealed record StoryChanged(
    string Title, StoryBlock[] Blocks, Id<Business>[] Businesses, Id<Product>[] Products, DateTimeOffset At) : StoryEvent;

/// <summary>Nobody but its KIM reads it any more.</summary>
public sealed record StoryWithdrawn(DateTimeOffset At) : StoryEvent;

public sealed record StoryShownAgain(DateTimeOffset At) : StoryEvent;
