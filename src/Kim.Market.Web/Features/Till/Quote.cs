using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.MarketDays;

namespace Kim.Market.Web.Features.Till;

/// <summary>What one seller's part of a cart comes to.</summary>
/// <param name="Offer">What this seller says about bringing it; null where the buyer fetches everything.</param>
public sealed record SellerQuote(IReadOnlyList<CartLine> Lines, DeliveryOffer? Offer)
{
    public CartLine Seller => Lines[0];

    /// <summary>What this seller bears of the shared price, and which of them it is; null where it does not come to the market.</summary>
    public (Rupiah Share, int Turn)? Market { get; init; }

    /// <summary>How this seller hands over: one who does not bring it there stays with pickup, and the page says so.</summary>
    public Handover Handover => Offer is DeliveredFor or DeliveryDependsOnPlace or DeliveryToBeQuoted ? Handover.Delivery : Handover.Pickup;

    public Rupiah Goods => Lines.Aggregate(Rupiah.Zero, (sum, line) => sum + line.Total);

    public Rupiah Fee => Offer is DeliveredFor { Fee: var fee } ? fee : Market?.Share ?? Rupiah.Zero;

    /// <summary>The seller says what delivery costs once it is ordered.</summary>
    public bool AwaitsQuote => Offer is DeliveryToBeQuoted;

    /// <summary>The highest code that a transfer to this seller may bear; zero where it bears none.</summary>
    public Rupiah MostCode => Seller.Codes ? UniqueCode.MostFor(AwaitsQuote ? Rupiah.Highest : Total) : Rupiah.Zero;

    /// <summary>The line of the seller's table that makes the fee; null where there is none.</summary>
    public DeliveryRate? Rate => (Offer as DeliveredFor)?.By;

    public Rupiah Total => Goods + Fee;
}

/// <summary>The full price of a cart, seller by seller. The cart, the till and the orders all take it from here, so they agree to the rupiah.</summary>
public sealed record Quote(IReadOnlyList<SellerQuote> Sellers)
{
    /// <summary>Where the sellers of one KIM hand over together; null where everybody goes their own way.</summary>
    public MarketOffer? Market { get; private init; }

    public Rupiah Goods => Sellers.Aggregate(Rupiah.Zero, (sum, seller) => sum + seller.Goods);

    public Rupiah Fee => Sellers.Aggregate(Rupiah.Zero, (sum, seller) => sum + seller.Fee);

    public Rupiah Total => Goods + Fee;

    /// <summary>How many sellers bring their part; a free delivery that ends leaves every sum as it was.</summary>
    public int Delivering => Sellers.Count(seller => seller.Handover == Handover.Delivery);

    /// <summary>How many sellers still have to say what delivery costs.</summary>
    public int Awaiting => Sellers.Count(seller => seller.AwaitsQuote);

    /// <summary>The highest code that a transfer to one of them may bear.</summary>
    public Rupiah MostCode => Sellers.Select(seller => seller.MostCode).DefaultIfEmpty().Max();

    /// <summary>What it comes to depends on where it goes, and nobody has said.</summary>
    public bool NeedsPlace => Sellers.Any(seller => seller.Offer is DeliveryDependsOnPlace);

    /// <summary>Prices the lines that can be ordered; lines with a problem are shown elsewhere and cost nothing.</summary>
    /// <param name="place">The village that it is brought to; null while nobody has said.</param>
    public static Quote Of(IEnumerable<CartLine> lines, Handover handover, RegionCode? place = null) => new(
    [
        .. lines.Where(line => line.Problem == LineProblem.None).GroupBy(line => line.BusinessId).Select(seller => new SellerQuote(
            [.. seller],
            handover == Handover.Pickup ? null
                : seller.First().Delivers.For(place, seller.Aggregate(Rupiah.Zero, (sum, line) => sum + line.Total)))),
    ]);

    /// <summary>The same with what the sellers of one KIM bring to its market, and the others wait for at their own place.</summary>
    public static Quote At(MarketOffer market, IEnumerable<CartLine> lines)
    {
        var sellers = Of(lines, Handover.Pickup).Sellers;
        var there = sellers.Where(seller => seller.Seller.GroupId == market.Group).ToList();
        var shares = SharedCost.Split(market.Shared, there.Count);
        return new([.. sellers.Select(seller => there.IndexOf(seller) is >= 0 and var turn ? seller with { Market = (shares[turn], turn) } : seller)]) { Market = market };
    }
}
