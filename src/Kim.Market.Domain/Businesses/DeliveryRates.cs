namespace Kim.Market.Domain.Businesses;

/// <summary>What one seller asks for bringing goods, wherever they go.</summary>
/// <param name="Home">Where the seller is.</param>
/// <param name="OnePrice">
/// One price for all, without a table. Beside a table it is the price within the seller's own regency, and everything in the
/// table goes before it.
/// </param>
/// <param name="Table">What is asked for single regions, at most one line for each.</param>
/// <param name="Ships">
/// Whether orders are taken for places without a price; the seller then says what it costs. Who has not said so and has a
/// table does.
/// </param>
public sealed record DeliveryRates(RegionCode Home, Rupiah? OnePrice, IReadOnlyList<DeliveryRate> Table, bool? Ships = null)
{
    /// <summary>Nobody can say what it costs without knowing where to.</summary>
    public bool DependOnPlace => Table.Count > 0 || Ships == true;

    /// <summary>Whether orders are taken for places without a price.</summary>
    public bool QuotesElsewhere => Ships ?? Table.Count > 0;

    public bool IsOffered => OnePrice is not null || DependOnPlace;

    /// <summary>What the cheapest place costs; null where nothing is brought anywhere.</summary>
    public Rupiah? Cheapest => Table.Select(rate => (Rupiah?)rate.Price).Append(OnePrice).Where(price => price is not null).Min();

    /// <param name="place">The village it goes to; null while nobody has said.</param>
    /// <param name="goods">What is ordered from this seller.</param>
    public DeliveryOffer For(RegionCode? place, Rupiah goods) =>
        !IsOffered ? new NotDelivered()
        : !DependOnPlace ? new DeliveredFor(OnePrice!.Value, null)
        : place is not { } there ? new DeliveryDependsOnPlace()
        : Line(there) is not { } line ? QuotesElsewhere ? new DeliveryToBeQuoted() : new NotDelivered()
        : goods < line.Minimum ? new DeliveredFrom(line.Minimum.Value, line.Minimum.Value - goods)
        : new DeliveredFor(line.PriceFor(goods), line);

    // The smallest region that holds the place: a village goes before its kecamatan, a kecamatan before its regency.
    private DeliveryRate? Line(RegionCode place) =>
        Table.Where(rate => rate.Region.Contains(place)).MaxBy(rate => rate.Region.Value.Length)
        ?? (OnePrice is { } price && Home.Regency.Contains(place) ? new DeliveryRate(Home.Regency, price) : null);
}
