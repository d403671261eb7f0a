using System.Collections.Immutable;
using System.Diagnostics;
using Kim.Market.Domain.Businesses;

namespace Kim.Market.Domain.Products;

/// <summary>Where a product stands between its seller's drawer and the stall.</summary>
public enum ProductStatus { Draft, Published, Withdrawn, Submitted, Returned, Archived }

/// <summary>What a content amount counts.</summary>
public enum Measure { Gram, Millilitre, Piece }

/// <summary>How much is in one unit of sale, so that prices compare: 250 gram, 330 millilitre, 6 pieces.</summary>
public sealed record Content(int Amount, Measure Measure);

/// <summary>A photo by the name of its content, with the words for those who do not see it.</summary>
public sealed record Photo(string Hash, string Alt);

/// <summary>Something a business sells: what it is, what it costs, whether it may be seen. How many there are is its stock's matter.</summary>
public sealed partial record Product(Id<Product> Id, Id<Business> Seller, ProductFace Face) : IAggregate<Product, ProductEvent>
{
    public ProductStatus Status { get; private init; }

    /// <summary>The first one is what lists show.</summary>
    public ImmutableArray<Photo> Photos { get; private init; } = [];

    /// <summary>What the KIM asked to be mended the last time it looked.</summary>
    public ImmutableArray<FixPoint> Fixes { get; private init; } = [];

    /// <summary>Once a KIM has let it be seen, its seller may take it off the stall and put it back alone.</summary>
    public bool WasSeen { get; private init; }

    public static Decision<ProductEvent> Draft(
        Id<Product> id, Id<Business> seller, string name, string slug, string category, string unit, Content? content,
        string about, DateTimeOffset now)
    {
        var face = new ProductFace(name, category, unit, content, about);
        return !Slug.IsValid(slug) ? ProductRefusals.BadSlug
            : face.Wrong is { } wrong ? wrong
            : [new ProductDrafted(id, seller, name.Trim(), slug, category, unit.Trim(), content, about.Trim(), now)];
    }

    public Decision<ProductEvent> Describe(ProductFace face, DateTimeOffset now) =>
        face.Trimmed == Face ? []
        : face.Wrong is { } wrong ? wrong
        : face.Trimmed is var (name, category, unit, content, about)
            ? [new ProductDescribed(name, category, unit, content, about, now)]
            : [];

    /// <summary>The seller asks the KIM to look; a trusted one need not wait, unless the KIM asked for something to be mended.</summary>
    public Decision<ProductEvent> Submit(bool isTrusted, DateTimeOffset now) => Status switch
    {
        ProductStatus.Submitted or ProductStatus.Published => [],
        ProductStatus.Archived => ProductRefusals.Archived,
        _ when Price is null => ProductRefusals.NoPrice,
        _ when Photos.IsEmpty => ProductRefusals.NoPhoto,
        not ProductStatus.Returned when isTrusted => [new ProductPublished(now)],
        _ => [new ProductSubmitted(now)],
    };

    /// <summary>The KIM lets it be seen. It may also say so of what nobody has submitted: it lists for those it helps.</summary>
    public Decision<ProductEvent> Publish(DateTimeOffset now) => Status switch
    {
        ProductStatus.Published => [],
        ProductStatus.Archived => ProductRefusals.Archived,
        _ when Price is null => ProductRefusals.NoPrice,
        _ when Photos.IsEmpty => ProductRefusals.NoPhoto,
        _ => [new ProductPublished(now)],
    };

    /// <summary>The KIM says what to mend. Something on the stall is taken off it first.</summary>
    public Decision<ProductEvent> Return(FixPoint[] points, DateTimeOffset now) => Status switch
    {
        ProductStatus.Returned => [],
        _ when points.Length == 0 || points.DistinctBy(point => point.Point).Count() < points.Length => ProductRefusals.NoFixPoint,
        _ when points.Any(point => point.Remark.Trim().Length is 0 or > Limits.Remark) => ProductRefusals.FixRemark,
        ProductStatus.Submitted => [new ProductReturned(points, now)],
        ProductStatus.Published => [new ProductWithdrawn(now), new ProductReturned(points, now)],
        _ => ProductRefusals.NotSubmitted,
    };

    public Decision<ProductEvent> Withdraw(DateTimeOffset now) => Status switch
    {
        ProductStatus.Published => [new ProductWithdrawn(now)],
        _ => [],
    };

    /// <summary>The seller puts back what the KIM had let be seen.</summary>
    public Decision<ProductEvent> PutBack(DateTimeOffset now) => Status switch
    {
        ProductStatus.Published => [],
        ProductStatus.Withdrawn when WasSeen => Publish(now),
        _ => ProductRefusals.NotSeenYet,
    };

    public static Product Evolve(Product? state, ProductEvent happened) => (state, happened) switch
    {
        (null, ProductDrafted e) => new(e.Product, e.Seller, new(e.Name, e.Category, e.Unit, e.Content, e.About)),
        (not null, ProductDescribed e) => state with { Face = new(e.Name, e.Category, e.Unit, e.Content, e.About) },
        (not null, ProductPriced e) => (state with { Regular = e.Price, Discount = null }).Costs(e.Price, e.At),
        (not null, ProductDiscounted e) => (state with { Discount = new(e.Was, e.Until) }).Costs(e.Price, e.At),
        (not null, ProductDiscountEnded e) => (state with { Discount = null }).Costs(e.Price, e.At),
        (not null, ProductPhotographed e) => state with { Photos = [.. e.Photos] },
        (not null, ProductSubmitted) => state with { Status = ProductStatus.Submitted },
        (not null, ProductReturned e) => state with { Status = ProductStatus.Returned, Fixes = [.. e.Points] },
        (not null, ProductPublished e) => (state with { WasSeen = true, Fixes = [] }).Stands(ProductStatus.Published, e.At),
        (not null, ProductArchived) => state with { Status = ProductStatus.Archived },
        (not null, ProductRedrafted) => state with { Status = ProductStatus.Draft },
        (not null, ProductTermsSet e) => state.Offered(e.Terms, e.At),
        (not null, ProductStoryTold e) => state with { Story = e.Story },
        (not null, ProductSeasonBegun) => state with { HasEnded = false },
        (not null, ProductSeasonEnded) => state with { HasEnded = true },
        (not null, ProductOptionSet e) => state with { Family = e.Family, Option = e.Option },
        (not null, ProductWithdrawn e) => state.Stands(ProductStatus.Withdrawn, e.At),
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };
}
