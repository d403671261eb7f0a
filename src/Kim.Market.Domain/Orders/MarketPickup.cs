using Kim.Market.Domain.MarketDays;

namespace Kim.Market.Domain.Orders;

/// <summary>
/// The buyer fetches the order at a market day of the KIM, together with what they ordered from its other sellers. Kept as it was
/// agreed: a plan that changes later does not touch it.
/// </summary>
/// <param name="From">When it opens, in the time of the place.</param>
/// <param name="OrderBy">Nothing was taken for this date from then on.</param>
/// <param name="Shared">What bringing everything there costs this buyer, for all sellers together.</param>
/// <param name="Turn">Which of those orders it is, from 0: what rounding leaves over goes to the first.</param>
public sealed record MarketPickup(
    Id<MarketDay> Day, DateOnly Date, string Place, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset OrderBy, Rupiah Shared, int Turn);
