using System.Globalization;
using Kim.Market.Web.Features.Demo;

namespace Kim.Market.Web.Tests.Demo;

/// <summary>What the demo is going to do, whenever it is told.</summary>
public class DemoPlanTests
{
    private const int Orders = 600;
    private const int Fresh = (Orders / 60) + 3;

    private static readonly DemoMarket Market = DemoMarket.Read(Path.Combine(DemoSeed.Folder, "demo"));

    public static TheoryData<DateTimeOffset> Moments { get; } = new(
        At("2026-11-22T00:00Z"), At("2026-12-01T00:05Z"), At("2027-03-01T23:59Z"), At("2028-02-29T12:00Z"), At("2027-01-01T07:30+08:00"));

    [Theory, MemberData(nameof(Moments))]
    public void Nothing_is_planned_for_the_future(DateTimeOffset now) =>
        Assert.All(Plan(now), moment => Assert.True(moment < now, $"{moment:O} is after {now:O}"));

    [Theory, MemberData(nameof(Moments))]
    public void The_same_history_is_told_at_every_hour_of_a_day(DateTimeOffset now)
    {
        var morning = new DateTimeOffset(now.UtcDateTime.Date.AddMinutes(1), TimeSpan.Zero);
        var evening = morning.AddHours(23);

        var (early, late) = (Plan(morning), Plan(evening));

        Assert.Equal(early.SkipLast(Fresh), late.SkipLast(Fresh));
        Assert.Equal(early.TakeLast(Fresh), late.TakeLast(Fresh).Select(moment => moment - (evening - morning)));
    }

    [Theory, MemberData(nameof(Moments))]
    public void The_orders_of_these_days_come_after_all_history_and_can_still_be_answered(DateTimeOffset now)
    {
        var plan = Plan(now);

        Assert.True(plan.SkipLast(Fresh).Max() < plan.TakeLast(Fresh).Min());
        Assert.All(plan.TakeLast(Fresh), moment => Assert.InRange(moment, now.AddHours(-20), now.AddMinutes(-10)));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    private static DateTimeOffset[] Plan(DateTimeOffset now)
    {
        var calendar = new DemoCalendar(now);
        var agenda = new DemoAgenda();
        new DemoSupply(Market, calendar, new Dictionary<string, string>(), new Dictionary<string, string>(), null!, null!, 6402).Plan(agenda);
        new DemoOrders(Market, calendar, null!, null!, null!, null!, null!, Orders, 6402).Plan(agenda);
        return [.. agenda.Moments];
    }
}
