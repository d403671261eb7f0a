using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Features.Carts;

/// <summary>Why a line cannot be ordered as it stands; nothing is ever dropped without one of these being said.</summary>
public enum LineProblem { None, Withdrawn, ShopClosed, GroupDormant, SoldOut, NotEnough }

/// <summary>One product in a cart, as it is now: today's price, today's stock.</summary>
public sealed record CartLine(
    Guid ProductId, string Name, string Slug, string Unit, long Price, string? Photo, short ProductStatus, int Quantity,
    int Available, Guid BusinessId, string Business, string BusinessSlug, short BusinessStatus, string? PickupPlace,
    string? PickupHours, long? DeliveryFee, string? DeliveryArea, string Village, Guid GroupId, string Group,
    string GroupSlug, short GroupStatus)
{
    public Rupiah Total => new Rupiah(Price) * Quantity;

    public LineProblem Problem =>
        (ProductStatus)ProductStatus != Domain.Products.ProductStatus.Published ? LineProblem.Withdrawn
        : (BusinessStatus)BusinessStatus != Domain.Businesses.BusinessStatus.Open ? LineProblem.ShopClosed
        : (GroupStatus)GroupStatus != Domain.Groups.GroupStatus.Active ? LineProblem.GroupDormant
        : Available <= 0 ? LineProblem.SoldOut
        : Available < Quantity ? LineProblem.NotEnough
        : LineProblem.None;
}
