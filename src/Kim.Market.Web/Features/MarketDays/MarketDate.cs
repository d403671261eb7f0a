using Kim.Market.Domain.MarketDays;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>One date of a market day, in the time of its place.</summary>
/// <param name="OrderBy">From this very second nothing is taken for it.</param>
/// <param name="CalledOff">Why it does not take place; null where it does.</param>
public sealed record MarketDate(DateOnly Date, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset OrderBy, string? CalledOff)
{
    public static Zone ZoneOf(MarketPlan plan) => Zone.Of(IndonesianTime.ZoneOf(plan.Village));

    public static MarketDate Of(MarketPlan plan, DateOnly date, string? calledOff = null) => ZoneOf(plan).Offset switch
    {
        var offset => new(date, plan.OpensAt(date, offset), plan.ClosesAt(date, offset), plan.OrderBy(date, offset), calledOff),
    };

    /// <summary>The dates that are not over, called off or not, soonest first.</summary>
    public static IEnumerable<MarketDate> Coming(MarketPlan plan, IReadOnlyDictionary<DateOnly, string> calledOff, DateTimeOffset now)
    {
        var today = DateFormat.DayIn(now, ZoneOf(plan));
        return Enumerable.Range(0, MarketDay.Ahead + 1).Select(today.AddDays).Where(plan.Falls)
            .Select(date => Of(plan, date, calledOff.GetValueOrDefault(date)))
            .Where(date => date.Until > now);
    }

    public bool IsOpen(DateTimeOffset now) => CalledOff is null && now < OrderBy;
}
