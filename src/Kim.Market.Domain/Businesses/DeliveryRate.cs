namespace Kim.Market.Domain.Businesses;

/// <summary>What a seller asks for bringing goods to a region.</summary>
/// <param name="Minimum">Goods for less are not brought there.</param>
/// <param name="FreeFrom">Goods for this much are brought for nothing.</param>
/// <param name="Days">How many days it takes; 0 is the same day.</param>
public sealed record DeliveryRate(RegionCode Region, Rupiah Price, Rupiah? Minimum = null, Rupiah? FreeFrom = null, int? Days = null)
{
    public const int MostDays = 60;

    /// <summary>Null when it makes sense.</summary>
    public Refusal? Objection =>
        Region.Value.Length < 5 ? BusinessRefusals.RateRegion
        : Price < Rupiah.Zero || Price > Rupiah.Highest ? BusinessRefusals.BadDeliveryFee
        : Minimum <= Rupiah.Zero || Minimum > Rupiah.Highest ? BusinessRefusals.RateMinimum
        : FreeFrom <= Rupiah.Zero || FreeFrom > Rupiah.Highest || FreeFrom < Minimum ? BusinessRefusals.RateFreeFrom
        : Days is < 0 or > MostDays ? BusinessRefusals.RateDays
        : null;

    /// <summary>What it costs to bring goods for this much.</summary>
    public Rupiah PriceFor(Rupiah goods) => goods >= FreeFrom ? Rupiah.Zero : Price;
}
