namespace Kim.Market.Domain.Orders;

/// <summary>How far from the seller's village a buyer has the goods brought. The numbers are stored.</summary>
public enum BuyerDistance { Village, District, Regency, Province, Beyond }

/// <summary>What is known of a buyer that names nobody.</summary>
/// <param name="From">Null where the goods are fetched: nobody is asked where they live.</param>
/// <param name="Returning">The same number had ordered here before, from whomever.</param>
public sealed record BuyerTraits(BuyerDistance? From, bool Returning)
{
    public static BuyerDistance DistanceOf(RegionCode seller, RegionCode place) =>
        seller.Contains(place) && place.Value.Length > 8 ? BuyerDistance.Village
        : place.Value.Length >= 8 && seller.District == place.District ? BuyerDistance.District
        : place.Value.Length >= 5 && seller.Regency == place.Regency ? BuyerDistance.Regency
        : seller.Province == place.Province ? BuyerDistance.Province
        : BuyerDistance.Beyond;
}
