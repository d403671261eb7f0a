using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Delivery;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Carts;

/// <summary>Why a line cannot be ordered as it stands; nothing is ever dropped without one of these being said.</summary>
public enum LineProblem { None, Withdrawn, ShopClosed, GroupDormant, OutOfSeason, SoldOut, NotEnough, UnderMinimum, TooFew }

/// <summary>One product in a cart, as it is now: today's price, today's stock.</summary>
public sealed record CartLine(
    Guid ProductId, string Name, string Slug, string Unit, long Price, string? Photo, short ProductStatus, int Quantity,
    int Available, Guid BusinessId, string Business, string BusinessSlug, short BusinessStatus, string? PickupPlace,
    string? PickupHours, long? DeliveryFee, string? DeliveryArea, string Rates, bool? Ships, string? ShipsHow, string Village, Guid GroupId, string Group,
    string GroupSlug, short GroupStatus, string Terms, DateOnly? ReturnsOn, bool Codes)
{
    /// <summary>The terms on which it can be had.</summary>
    public Terms Had => JsonSerializer.Deserialize(Terms, ProductJson.Default.Terms)!;

    /// <summary>When it would be ready, if it were ordered now; null for what is there already.</summary>
    public DateOnly? ReadyIf(DateTimeOffset now) =>
        Had.ReadyFor(now.ToOffset(Zone.Of(IndonesianTime.ZoneOf(RegionCode.Parse(Village))).Offset).DateTime);

    /// <summary>What its seller asks for bringing goods.</summary>
    public DeliveryRates Delivers => RateTable.Read(Village, DeliveryFee, Rates, Ships);

    public Rupiah Total => new Rupiah(Price) * Quantity;

    public LineProblem Problem =>
        (ProductStatus)ProductStatus != Domain.Products.ProductStatus.Published ? LineProblem.Withdrawn
        : (BusinessStatus)BusinessStatus != Domain.Businesses.BusinessStatus.Open ? LineProblem.ShopClosed
        : (GroupStatus)GroupStatus != Domain.Groups.GroupStatus.Active ? LineProblem.GroupDormant
        : ReturnsOn is not null ? LineProblem.OutOfSeason
        : Available <= 0 ? LineProblem.SoldOut
        : Available < Had.Minimum ? LineProblem.UnderMinimum
        : Available < Quantity ? LineProblem.NotEnough
        : Had.Against(Quantity) is not null ? LineProblem.TooFew
        : LineProblem.None;
}
