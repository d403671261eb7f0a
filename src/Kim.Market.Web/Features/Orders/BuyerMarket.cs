using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Orders;

/// <summary>The market day at which an order is fetched, as its buyer and its seller see it.</summary>
/// <param name="Cost">What bringing everything there costs this buyer.</param>
/// <param name="CalledOff">Why that date does not take place; null where it does.</param>
public sealed record BuyerMarket(Guid Day, DateOnly Date, string Place, DateTimeOffset From, DateTimeOffset Until, Rupiah Cost, string? CalledOff)
{
    public static BuyerMarket? Of(Guid? day, DateOnly? date, string? place, DateTime? from, DateTime? until, long? cost, string? calledOff) => day is null
        ? null
        : new(day.Value, date!.Value, place!, new(from!.Value), new(until!.Value), new(cost!.Value), calledOff);
}
