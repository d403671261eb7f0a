using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Reviews;

/// <summary>Everything that can happen to a review. The type names are stored: rename one and history is lost.</summary>
public abstract record ReviewEvent
{
    private protected ReviewEvent() { }
}

/// <summary>Somebody who bought it says what they think of it. Long numbers in the text were masked before.</summary>
/// <param name="District">The kecamatan it was brought to, where the order knows it; nothing else tells who wrote it.</param>
public sealed record ReviewGiven(
    Id<Review> Review, Id<Order> Order, Id<Product> Product, Id<Business> Seller, Id<Group> Curator, RegionCode? District, int Stars, string Text,
    DateTimeOffset At) : ReviewEvent;

/// <summary>The buyer thinks otherwise now; what they wrote before stays in the history.</summary>
public sealed record ReviewChanged(int Stars, string Text, DateTimeOffset At) : ReviewEvent;

/// <summary>The seller replies, or replies anew.</summary>
public sealed record ReviewAnswered(string Text, DateTimeOffset At) : ReviewEvent;

/// <summary>The KIM takes its words away from everybody; its stars stay counted, and the reason is read in its place.</summary>
public sealed record ReviewHidden(HidingReason Reason, string Note, DateTimeOffset At) : ReviewEvent;

public sealed record ReviewShownAgain(DateTimeOffset At) : ReviewEvent;
