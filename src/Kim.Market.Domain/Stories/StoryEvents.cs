using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
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

/// <summary>The villages and their potentials that it tells of, all of them as they are now.</summary>
public sealed record StoryTied(RegionCode[] Villages, Id<Potential>[] Potentials, DateTimeOffset At) : StoryEvent;

/// <summary>Its pictures in their order, all of them as they are now.</summary>
public sealed record StoryPictured(Photo[] Photos, DateTimeOffset At) : StoryEvent;

/// <summary>Nobody but its KIM reads it before that moment.</summary>
public sealed record StoryScheduled(DateTimeOffset From, DateTimeOffset At) : StoryEvent;

/// <summary>Its moment has come: everybody reads it.</summary>
public sealed record StoryAppeared(DateTimeOffset At) : StoryEvent;

/// <summary>Nobody but its KIM reads it any more.</summary>
public sealed record StoryWithdrawn(DateTimeOffset At) : StoryEvent;

public sealed record StoryShownAgain(DateTimeOffset At) : StoryEvent;
