using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Features.Delivery;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Reviews;
using Kim.Market.Web.Features.Stories;

namespace Kim.Market.Web.Features.Products;

/// <summary>One of the options a thing comes in.</summary>
public sealed record ProductOption(Guid ProductId, string Slug, string Option, long Price, int Available, DateOnly? ReturnsOn);

/// <summary>A product with everything its page says about it, its seller and the KIM behind them.</summary>
public sealed record ProductPage(
    Guid ProductId, string Slug, string Name, string Category, string Unit, int? Content, short? Measure, string About,
    long Price, long? Was, DateTime? DiscountUntil, string Prices, string? Photo, string? Alt, string Photos, string Terms, string? Story, DateOnly? ReturnsOn, Guid? FamilyId, short Status, int Available, Guid BusinessId, string Business,
    string BusinessSlug, short BusinessStatus, DateTime RegisteredAt, string? PickupPlace, string? PickupHours,
    long? DeliveryFee, string? DeliveryArea, string Rates, bool? Ships, string Village, string Place, string TimeZone, Guid GroupId, string Group, string GroupSlug,
    short GroupStatus, string? Colour, bool Helped, string? Options, string? Badges, string? Stories, string? Reviews, string? Harvest, string? Sold, string? Markets)
{
    /// <summary>Why it cannot be put into a cart now; the cart would say the same.</summary>
    public LineProblem Problem =>
        Status != (short)ProductStatus.Published
            || GroupStatus is (short)Domain.Groups.GroupStatus.Suspended or (short)Domain.Groups.GroupStatus.Dissolved ? LineProblem.Withdrawn
        : BusinessStatus != (short)Domain.Businesses.BusinessStatus.Open ? LineProblem.ShopClosed
        : GroupStatus != (short)Domain.Groups.GroupStatus.Active ? LineProblem.GroupDormant
        : ReturnsOn is not null ? LineProblem.OutOfSeason
        : Available <= 0 ? LineProblem.SoldOut
        : Available < Had.Minimum ? LineProblem.UnderMinimum
        : LineProblem.None;

    /// <summary>What its seller asks for bringing goods.</summary>
    public DeliveryRates Delivers => RateTable.Read(Village, DeliveryFee, Rates, Ships);

    /// <summary>What it cost at a moment.</summary>
    public long? PriceAt(DateTimeOffset moment) => Steps.LastOrDefault(step => step.From <= moment)?.Price;

    /// <summary>All of them, the one of the lists first.</summary>
    public IReadOnlyList<Photo> Shown => JsonSerializer.Deserialize(Photos, ProductJson.Default.PhotoArray)!;

    /// <summary>The terms on which it can be had.</summary>
    public Terms Had => JsonSerializer.Deserialize(Terms, ProductJson.Default.Terms)!;

    /// <summary>What it comes in, itself among them; nothing where it is the only one.</summary>
    public IReadOnlyList<ProductOption> ComesIn =>
        Options is null ? [] : JsonSerializer.Deserialize(Options, ProductPageJson.Default.ProductOptionArray)!;

    /// <summary>What an office has checked of it, and holds today.</summary>
    public IReadOnlyList<Badge> Proven => Badges is null ? [] : JsonSerializer.Deserialize(Badges, ProductPageJson.Default.BadgeArray)!;

    /// <summary>What KIM tell of it.</summary>
    public IReadOnlyList<StoryTeaser> Tellings => StoryTeaser.Read(Stories);

    /// <summary>What its buyers say of it.</summary>
    public ReviewSummary Said => ReviewSummary.Read(Reviews);

    /// <summary>Where its KIM hands out what was ordered at several stalls.</summary>
    public IReadOnlyList<KnownMarketDay> MarketDays => Lists.Read<KnownMarketDay>(Markets);

    /// <summary>The harvest that one can queue for, or that is being offered.</summary>
    public HarvestCard? Ripening => HarvestCard.Read(Harvest);

    public Story? Told => Story is null ? null : JsonSerializer.Deserialize(Story, ProductJson.Default.Story);

    public IReadOnlyList<PriceStep> Steps => JsonSerializer.Deserialize(Prices, ProductJson.Default.PriceStepArray)!;
}

/// <summary>How the database hands over rows within a row.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProductOption[]))]
[JsonSerializable(typeof(Badge[]))]
internal sealed partial class ProductPageJson : JsonSerializerContext;
