using Kim.Market.Domain.Businesses;

namespace Kim.Market.Domain.Products;

/// <summary>Everything that can happen to a product on a stall. The type names are stored: rename one and history is lost.</summary>
public abstract record ProductEvent
{
    private protected ProductEvent() { }
}

public sealed record ProductDrafted(
    Id<Product> Product, Id<Business> Seller, string Name, string Slug, string Category, string Unit,
    Content? Content, string About, DateTimeOffset At) : ProductEvent;

public sealed record ProductPriced(Rupiah Price, DateTimeOffset At) : ProductEvent;

/// <summary>For a while it costs less than before.</summary>
/// <param name="Was">The price that is struck through: it was in force long enough to be called the one before.</param>
public sealed record ProductDiscounted(Rupiah Price, Rupiah Was, DateTimeOffset Until, DateTimeOffset At) : ProductEvent;

/// <summary>The while is over, or its seller ended it.</summary>
/// <param name="Price">What it costs again.</param>
public sealed record ProductDiscountEnded(Rupiah Price, DateTimeOffset At) : ProductEvent;

public sealed record ProductPhotographed(Photo[] Photos, DateTimeOffset At) : ProductEvent;

/// <summary>The KIM has looked at the product and lets it be seen.</summary>
public sealed record ProductPublished(DateTimeOffset At) : ProductEvent;

/// <summary>The seller asks the KIM to look at it.</summary>
public sealed record ProductSubmitted(DateTimeOffset At) : ProductEvent;

/// <summary>The KIM has looked, and says exactly what is to be mended first.</summary>
public sealed record ProductReturned(FixPoint[] Points, DateTimeOffset At) : ProductEvent;

/// <summary>It is called, sorted, counted or told of otherwise from now on.</summary>
public sealed record ProductDescribed(
    string Name, string Category, string Unit, Content? Content, string About, DateTimeOffset At) : ProductEvent;

/// <summary>It can be had on these terms from now on.</summary>
public sealed record ProductTermsSet(Terms Terms, DateTimeOffset At) : ProductEvent;

/// <summary>Its seller told who makes it, where and how.</summary>
public sealed record ProductStoryTold(Story Story, DateTimeOffset At) : ProductEvent;

/// <summary>Its season has come.</summary>
public sealed record ProductSeasonBegun(DateTimeOffset At) : ProductEvent;

/// <summary>Its season is over.</summary>
public sealed record ProductSeasonEnded(DateTimeOffset At) : ProductEvent;

/// <summary>It is one option of a family from now on, or has been renamed within it.</summary>
/// <param name="Family">The product the options began with; null where it stands alone again because that was undone.</param>
public sealed record ProductOptionSet(Id<Product>? Family, string Option, DateTimeOffset At) : ProductEvent;

public sealed record ProductWithdrawn(DateTimeOffset At) : ProductEvent;

/// <summary>What brought it into being was undone: it is on nobody's list any more. Orders that have it keep it.</summary>
public sealed record ProductArchived(DateTimeOffset At) : ProductEvent;

/// <summary>It lies in its seller's drawer again.</summary>
public sealed record ProductRedrafted(DateTimeOffset At) : ProductEvent;
