using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Products;

/// <summary>A price and the moment from which it held.</summary>
public sealed record PriceStep(DateTimeOffset From, long Price);

/// <summary>A product as lists and its page show it.</summary>
public sealed record ProductRow(
    Guid ProductId, Guid BusinessId, string Name, string Slug, string Category, string Unit, Content? Content, string About)
{
    public long Version { get; init; }

    public PriceStep[] Prices { get; init; } = [];

    /// <summary>The price a running discount replaces.</summary>
    public long? Was { get; init; }

    public DateTimeOffset? DiscountUntil { get; init; }

    /// <summary>The first one is what lists show.</summary>
    public Photo[] Photos { get; init; } = [];

    /// <summary>What the KIM asked to be mended when it last looked.</summary>
    public FixPoint[] Fixes { get; init; } = [];

    /// <summary>Since when it waits for the KIM.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The product its options began with.</summary>
    public Guid? Family { get; init; }

    public string Option { get; init; } = "";

    /// <summary>What everybody calls it: its name, and which of its options it is.</summary>
    public string Title => Option.Length == 0 ? Name : $"{Name}, {Option}";

    public Terms Terms { get; init; } = Terms.Ordinary;

    public Story Story { get; init; } = Story.None;

    /// <summary>While its season is over: the first day of the next one.</summary>
    public DateOnly? ReturnsOn { get; init; }

    /// <summary>The day on which its season begins or is over.</summary>
    public DateOnly? TurnsOn { get; init; }

    public ProductStatus Status { get; init; }

    /// <summary>When it was first seen; putting it back on the stall does not make it new.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Its place in lists, newest first. What has no season now stands behind all others.</summary>
    public DateTimeOffset? ListedAt => ReturnsOn is null ? PublishedAt : PublishedAt?.AddYears(-Behind);

    private const int Behind = 100;
}

/// <summary>Writes <c>products</c>.</summary>
public sealed class ProductRows : StreamView<ProductRow>
{
    public override string Name => "products";

    public override string Kind => StreamKind<Product>.Name;

    public override string Ddl { get; } = Ddls.Of<ProductRows>();

    protected override Columns<ProductRow> Columns { get; } = new()
    {
        { "product_id", NpgsqlDbType.Uuid, row => row.ProductId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "business_id", NpgsqlDbType.Uuid, row => row.BusinessId },
        { "name", NpgsqlDbType.Text, row => row.Title },
        { "plain_name", NpgsqlDbType.Text, row => row.Name },
        { "family_id", NpgsqlDbType.Uuid, row => row.Family },
        { "option", NpgsqlDbType.Text, row => row.Option },
        { "slug", NpgsqlDbType.Text, row => row.Slug },
        { "section", NpgsqlDbType.Text, row => row.Category.Split('/')[0] },
        { "category", NpgsqlDbType.Text, row => row.Category },
        { "unit", NpgsqlDbType.Text, row => row.Unit },
        { "content", NpgsqlDbType.Integer, row => row.Content?.Amount },
        { "measure", NpgsqlDbType.Smallint, row => (short?)row.Content?.Measure },
        { "about", NpgsqlDbType.Text, row => row.About },
        { "price", NpgsqlDbType.Bigint, row => row.Prices.LastOrDefault()?.Price },
        { "prices", NpgsqlDbType.Jsonb, row => Json.Of(row.Prices, ProductJson.Default.PriceStepArray).Utf8 },
        { "was", NpgsqlDbType.Bigint, row => row.Was },
        { "discount_until", NpgsqlDbType.TimestampTz, row => row.DiscountUntil },
        { "photo", NpgsqlDbType.Text, row => row.Photos.FirstOrDefault()?.Hash },
        { "alt", NpgsqlDbType.Text, row => row.Photos.FirstOrDefault()?.Alt },
        { "photos", NpgsqlDbType.Jsonb, row => Json.Of(row.Photos, ProductJson.Default.PhotoArray).Utf8 },
        { "fixes", NpgsqlDbType.Jsonb, row => Json.Of(row.Fixes, ProductJson.Default.FixPointArray).Utf8 },
        { "submitted_at", NpgsqlDbType.TimestampTz, row => row.SubmittedAt },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "published_at", NpgsqlDbType.TimestampTz, row => row.PublishedAt },
        { "listed_at", NpgsqlDbType.TimestampTz, row => row.ListedAt },
        { "terms", NpgsqlDbType.Jsonb, row => Json.Of(row.Terms, ProductJson.Default.Terms).Utf8 },
        { "story", NpgsqlDbType.Jsonb, row => row.Story.IsEmpty() ? null : Json.Of(row.Story, ProductJson.Default.Story).Utf8 },
        { "returns_on", NpgsqlDbType.Date, row => row.ReturnsOn },
        { "turns_on", NpgsqlDbType.Date, row => row.TurnsOn },
    };

    protected override ProductRow? Evolve(ProductRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static ProductRow? Change(ProductRow? row, object happened) => happened switch
    {
        ProductDrafted e => new(e.Product.Value, e.Seller.Value, e.Name, e.Slug, e.Category, e.Unit, e.Content, e.About),
        ProductPriced e => Costs(row!, e.Price, e.At),
        ProductDiscounted e => Costs(row!, e.Price, e.At) with { Was = e.Was.Amount, DiscountUntil = e.Until },
        ProductDiscountEnded e => Costs(row!, e.Price, e.At),
        ProductPhotographed e => row! with { Photos = e.Photos },
        ProductDescribed e => row! with
        {
            Name = e.Name,
            Category = e.Category,
            Unit = e.Unit,
            Content = e.Content,
            About = e.About,
        },
        ProductSubmitted e => row! with { Status = ProductStatus.Submitted, SubmittedAt = e.At },
        ProductReturned e => row! with { Status = ProductStatus.Returned, Fixes = e.Points, SubmittedAt = null },
        ProductPublished e => row! with
        {
            Status = ProductStatus.Published,
            PublishedAt = row.PublishedAt ?? e.At,
            SubmittedAt = null,
            Fixes = [],
        },
        ProductArchived => row! with { Status = ProductStatus.Archived, SubmittedAt = null },
        ProductRedrafted => row! with { Status = ProductStatus.Draft, SubmittedAt = null },
        ProductTermsSet e => Turned(row! with { Terms = e.Terms }, e.At, e.Terms.Season?.Holds(Product.DayOf(e.At)) == false),
        ProductStoryTold e => row! with { Story = e.Story },
        ProductOptionSet e => row! with { Family = e.Family?.Value, Option = e.Option },
        ProductSeasonBegun e => Turned(row!, e.At, isResting: false),
        ProductSeasonEnded e => Turned(row!, e.At, isResting: true),
        ProductWithdrawn => row! with { Status = ProductStatus.Withdrawn },
        _ => row,
    };

    // a turn that its seller made needless meanwhile is no turn
    private static ProductRow Turned(ProductRow row, DateTimeOffset at, bool isResting) => row with
    {
        ReturnsOn = isResting ? row.Terms.Season?.NextStart(Product.DayOf(at)) : null,
        TurnsOn = row.Terms.Season?.NextTurn(Product.DayOf(at)),
    };

    private static ProductRow Costs(ProductRow row, Rupiah price, DateTimeOffset at) => row with
    {
        Prices = [.. row.Prices, new(at, price.Amount)],
        Was = null,
        DiscountUntil = null,
    };
}

/// <summary>How the price trail, the photos, the terms, the story and the KIM's requests are kept in their columns.</summary>
[JsonSerializable(typeof(PriceStep[]))]
[JsonSerializable(typeof(Photo[]))]
[JsonSerializable(typeof(FixPoint[]))]
[JsonSerializable(typeof(Terms))]
[JsonSerializable(typeof(Story))]
internal sealed partial class ProductJson : JsonSerializerContext;
