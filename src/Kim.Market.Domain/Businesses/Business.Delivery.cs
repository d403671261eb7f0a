namespace Kim.Market.Domain.Businesses;

public sealed partial record Business
{
    /// <summary>Names a price for a region, in place of any it had.</summary>
    public Decision<BusinessEvent> SetRate(DeliveryRate rate, DateTimeOffset now) =>
        rate.Objection is { } objection ? objection
        : Rates.GetValueOrDefault(rate.Region) == rate ? []
        : Rates.Count >= Limits.DeliveryRates && !Rates.ContainsKey(rate.Region) ? BusinessRefusals.TooManyRates
        : [new BusinessDeliveryRateSet(rate.Region, rate.Price, rate.Minimum, rate.FreeFrom, rate.Days, now)];

    public Decision<BusinessEvent> DropRate(RegionCode region, DateTimeOffset now) =>
        Rates.ContainsKey(region) ? [new BusinessDeliveryRateDropped(region, now)] : [];

    /// <summary>Takes orders for places that its table does not name, and says what they cost afterwards.</summary>
    public Decision<BusinessEvent> OfferShipping(string how, DateTimeOffset now) =>
        how.Length > Limits.Place ? BusinessRefusals.ShippingHow
        : PublicText.HoldsNumber(how) ? BusinessRefusals.ShippingHoldsNumber
        : Ships == true && ShipsHow == how.Trim() ? []
        : [new BusinessShippingOffered(how.Trim(), now)];

    public Decision<BusinessEvent> EndShipping(DateTimeOffset now) => Ships == false ? [] : [new BusinessShippingEnded(now)];

    private static Dictionary<RegionCode, DeliveryRate> With(IReadOnlyDictionary<RegionCode, DeliveryRate> rates, BusinessDeliveryRateSet set) =>
        new(rates) { [set.Region] = new(set.Region, set.Price, set.Minimum, set.FreeFrom, set.Days) };

    private static Dictionary<RegionCode, DeliveryRate> Without(IReadOnlyDictionary<RegionCode, DeliveryRate> rates, RegionCode region) =>
        new(rates.Where(rate => rate.Key != region));
}
