using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Carts;

namespace Kim.Market.Web.Features.Till;

/// <summary>What one seller's part of a cart comes to.</summary>
/// <param name="Handover">How this seller hands over: a seller without delivery stays with pickup, and the page says so.</param>
public sealed record SellerQuote(IReadOnlyList<CartLine> Lines, Handover Handover)
{
    public CartLine Seller => Lines[0];

    public Rupiah Goods => Lines.Aggregate(Rupiah.Zero, (sum, line) => sum + line.Total);

    public Rupiah Fee => Handover == Handover.Delivery ? new(Seller.DeliveryFee!.Value) : Rupiah.Zero;

    public Rupiah Total => Goods + Fee;
}

/// <summary>The full price of a cart, seller by seller. The cart, the till and the orders all take it from here, so they agree to the rupiah.</summary>
public sealed record Quote(IReadOnlyList<SellerQuote> Sellers)
{
    public Rupiah Goods => Sellers.Aggregate(Rupiah.Zero, (sum, seller) => sum + seller.Goods);

    public Rupiah Fee => Sellers.Aggregate(Rupiah.Zero, (sum, seller) => sum + seller.Fee);

    public Rupiah Total => Goods + Fee;

    /// <summary>How many sellers bring their part; a free delivery that ends leaves every sum as it was.</summary>
    public int Delivering => Sellers.Count(seller => seller.Handover == Handover.Delivery);

    /// <summary>Prices the lines that can be ordered; lines with a problem are shown elsewhere and cost nothing.</summary>
    public static Quote Of(IEnumerable<CartLine> lines, Handover handover) => new(
    [
        .. lines.Where(line => line.Problem == LineProblem.None).GroupBy(line => line.BusinessId).Select(seller => new SellerQuote(
            [.. seller],
            handover == Handover.Delivery && seller.First().DeliveryFee is not null ? Handover.Delivery : Handover.Pickup)),
    ]);
}
