using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Selections;

/// <summary>Everything that can happen to what an office chooses to show. The type names are stored: rename one and history is lost.</summary>
public abstract record SelectionEvent
{
    private protected SelectionEvent() { }
}

/// <param name="Region">Of the office: whose goods it can choose.</param>
public sealed record SelectionDrafted(Id<Selection> Selection, Id<Office> Office, RegionCode Region, SelectionTerms Terms, DateTimeOffset At) : SelectionEvent;

/// <summary>Other words or other days, before anybody read it.</summary>
public sealed record SelectionRewritten(SelectionTerms Terms, DateTimeOffset At) : SelectionEvent;

/// <summary>Chosen, or chosen before and said otherwise why.</summary>
public sealed record SelectionPicked(Id<Product> Product, Id<Business> Business, string Note, DateTimeOffset At) : SelectionEvent;

/// <param name="Reason">For everybody to read; empty before it was open.</param>
public sealed record SelectionPickDropped(Id<Product> Product, string Reason, DateTimeOffset At) : SelectionEvent;

/// <summary>Everybody reads it.</summary>
/// <param name="Products">What was in it then.</param>
public sealed record SelectionOpened(Id<Product>[] Products, DateTimeOffset At) : SelectionEvent;

/// <summary>Before its last day.</summary>
/// <param name="Reason">For everybody to read.</param>
public sealed record SelectionEnded(string Reason, DateTimeOffset At) : SelectionEvent;
