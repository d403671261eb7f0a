using System.Diagnostics;
using Kim.Market.Domain.Businesses;

namespace Kim.Market.Domain.Products;

public enum ProductStatus { Draft, Published, Withdrawn }

/// <summary>What a content amount counts.</summary>
public enum Measure { Gram, Millilitre, Piece }

/// <summary>How much is in one unit of sale, so that prices compare: 250 gram, 330 millilitre, 6 pieces.</summary>
public sealed record Content(int Amount, Measure Measure);

/// <summary>A photo by the name of its content, with the words for those who do not see it.</summary>
public sealed record Photo(string Hash, string Alt);

/// <summary>Something a business sells: what it is, what it costs, whether it may be seen. How many there are is its stock's matter.</summary>
public sealed record Product(Id<Product> Id, Id<Business> Seller) : IAggregate<Product, ProductEvent>
{
    public ProductStatus Status { get; private init; }

    public Rupiah? Price { get; private init; }

    public bool HasPhoto { get; private init; }

    public static Decision<ProductEvent> Draft(
        Id<Product> id, Id<Business> seller, string name, string slug, string category, string unit, Content? content,
        string about, DateTimeOffset now) =>
        name.Trim().Length is 0 or > Limits.Name ? ProductRefusals.NameLength
        : !Slug.IsValid(slug) ? ProductRefusals.BadSlug
        : category.Length is 0 or > Limits.Name ? ProductRefusals.NoCategory
        : unit.Length is 0 or > Limits.Unit ? ProductRefusals.NoUnit
        : content is { Amount: <= 0 } ? ProductRefusals.BadContent
        : about.Length > Limits.About ? ProductRefusals.AboutLength
        : [new ProductDrafted(id, seller, name.Trim(), slug, category, unit, content, about.Trim(), now)];

    public Decision<ProductEvent> SetPrice(Rupiah price, DateTimeOffset now) =>
        price == Price ? []
        : price <= Rupiah.Zero || price > Rupiah.Highest ? ProductRefusals.BadPrice
        : [new ProductPriced(price, now)];

    public static Decision<ProductEvent> SetPhotos(Photo[] photos, DateTimeOffset now) =>
        photos.Length is 0 or > Limits.PhotosPerProduct ? ProductRefusals.PhotoCount
        : photos.Any(photo => photo.Alt.Trim().Length is 0 or > Limits.AltText) ? ProductRefusals.AltText
        : [new ProductPhotographed(photos, now)];

    public Decision<ProductEvent> Publish(DateTimeOffset now) => Status switch
    {
        ProductStatus.Published => [],
        _ when Price is null => ProductRefusals.NoPrice,
        _ when !HasPhoto => ProductRefusals.NoPhoto,
        _ => [new ProductPublished(now)],
    };

    public Decision<ProductEvent> Withdraw(DateTimeOffset now) => Status switch
    {
        ProductStatus.Published => [new ProductWithdrawn(now)],
        _ => [],
    };

    public static Product Evolve(Product? state, ProductEvent happened) => (state, happened) switch
    {
        (null, ProductDrafted e) => new(e.Product, e.Seller),
        (not null, ProductPriced e) => state with { Price = e.Price },
        (not null, ProductPhotographed) => state with { HasPhoto = true },
        (not null, ProductPublished) => state with { Status = ProductStatus.Published },
        (not null, ProductWithdrawn) => state with { Status = ProductStatus.Withdrawn },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };
}
