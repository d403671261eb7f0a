using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Results;

namespace Kim.Market.Web.Tests.Figures;

public class MonthlyTrendTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Twelve_months_end_with_this_one_and_gaps_count_none()
    {
        var trend = MonthlyTrend.Of([Month(2026, 3, 498), Month(2026, 11, 363), Month(2025, 11, 9_999)], Today);

        Assert.Equal(12, trend.Points.Count);
        Assert.Equal(new DateOnly(2025, 12, 1), trend.Points[0].Month);
        Assert.Equal([0, 0, 0, 498, 0, 0, 0, 0, 0, 0, 0, 363], trend.Points.Select(point => point.Count));
        Assert.Equal(498, trend.Peak.Count);
        Assert.Equal(363, trend.Last.Count);
    }

    [Fact]
    public void More_stands_higher_and_everything_stays_inside()
    {
        var trend = MonthlyTrend.Of([Month(2026, 10, 10), Month(2026, 11, 40)], Today);

        Assert.True(trend.Points[11].Y < trend.Points[10].Y);
        Assert.All(trend.Points, point => Assert.InRange(point.Y, 0, 100));
        Assert.Equal((0.0, 100.0), (trend.Points[0].X, trend.Points[^1].X));
    }

    [Theory]
    [InlineData(498, new long[] { 100, 200, 300 })]
    [InlineData(7, new long[] { 2, 4, 6 })]
    [InlineData(1, new long[] { 1 })]
    [InlineData(123_456, new long[] { 20_000, 40_000, 60_000 })]
    public void Heights_are_read_by_round_numbers(long most, long[] ticks) =>
        Assert.Equal(ticks, MonthlyTrend.Of([Month(2026, 11, most)], Today).Grid.Select(tick => tick.Value));

    [Fact]
    public void A_year_without_an_order_is_a_level_line_at_the_bottom() =>
        Assert.All(MonthlyTrend.Of([], Today).Points, point => Assert.Equal(100, point.Y));

    private static MonthTotal Month(int year, int month, long rows) => new((short)Metric.CompletedOrder, new(year, month, 1), rows, 0);
}
