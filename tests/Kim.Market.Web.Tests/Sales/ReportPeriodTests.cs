using Kim.Market.Web.Features.Sales;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Sales;

public sealed class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2026, 2, 14);

    [Theory]
    [InlineData("2026-02", true)]
    [InlineData(" 2025-12 ", true)]
    [InlineData("2026-03", false)]
    [InlineData("1999-12", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026-02-01", false)]
    [InlineData("Februari", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_month_that_has_begun_is_one(string? typed, bool isMonth) => Assert.Equal(isMonth, ReportPeriod.Read(typed, Today) is not null);

    [Fact]
    public void The_usual_ones_are_whole_months()
    {
        Assert.Equal(1, ReportPeriod.ThisMonth(Today).Months);
        Assert.Equal((2, new DateOnly(2026, 1, 1)), (ReportPeriod.ThisYear(Today).Months, ReportPeriod.ThisYear(Today).First));
        Assert.Equal((12, new DateOnly(2025, 12, 1)), (ReportPeriod.LastYear(Today).Months, ReportPeriod.LastYear(Today).Last));
        Assert.Equal((60, new DateOnly(2021, 3, 1)), (ReportPeriod.FiveYears(Today).Months, ReportPeriod.FiveYears(Today).First));
    }

    [Fact]
    public void It_begins_and_ends_at_midnight_where_the_stall_is()
    {
        var month = ReportPeriod.ThisMonth(Today);

        Assert.Equal(new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.Zero), month.Begins(Zone.Wita));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 17, 0, 0, TimeSpan.Zero), month.Ends(Zone.Wib));
    }

    [Fact]
    public void Every_month_is_there_once_and_the_newest_comes_first()
    {
        var months = ReportPeriod.FiveYears(Today).NewestFirst.ToList();

        Assert.Equal(60, months.Distinct().Count());
        Assert.Equal(months.OrderDescending(), months);
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2021, 3, 1)), (months[0], months[^1]));
    }
}
