using Kim.Market.Domain;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web.Tests.Notices;

public class QuietHoursTests
{
    private static readonly RegionCode Samarinda = RegionCode.Parse("64.72"); // WITA
    private static readonly RegionCode Pontianak = RegionCode.Parse("61.71"); // WIB

    [Theory]
    [InlineData("2026-11-22T20:59:00+08:00", "2026-11-22T20:59:00+08:00")]
    [InlineData("2026-11-22T21:00:00+08:00", "2026-11-23T06:00:00+08:00")]
    [InlineData("2026-11-23T00:30:00+08:00", "2026-11-23T06:00:00+08:00")]
    [InlineData("2026-11-23T05:59:59+08:00", "2026-11-23T06:00:00+08:00")]
    [InlineData("2026-11-23T06:00:00+08:00", "2026-11-23T06:00:00+08:00")]
    [InlineData("2026-12-31T23:00:00+08:00", "2027-01-01T06:00:00+08:00")]
    public void At_night_things_wait_for_the_morning(string now, string then) =>
        Assert.Equal(DateTimeOffset.Parse(then, null), QuietHours.Usual.Next(DateTimeOffset.Parse(now, null), Samarinda));

    [Fact]
    public void It_is_the_clock_of_the_place_that_counts()
    {
        var moment = DateTimeOffset.Parse("2026-11-22T13:30:00Z", null); // 21.30 in Samarinda, 20.30 in Pontianak

        Assert.Equal(DateTimeOffset.Parse("2026-11-22T22:00:00Z", null), QuietHours.Usual.Next(moment, Samarinda));
        Assert.Equal(moment, QuietHours.Usual.Next(moment, Pontianak));
    }

    [Fact]
    public void A_quiet_noon_ends_the_same_day_and_equal_hours_are_none()
    {
        var noon = DateTimeOffset.Parse("2026-11-22T12:30:00+08:00", null);

        Assert.Equal(DateTimeOffset.Parse("2026-11-22T14:00:00+08:00", null), new QuietHours(12, 14).Next(noon, Samarinda));
        Assert.Equal(noon, new QuietHours(0, 0).Next(noon, Samarinda));
        Assert.Equal(noon, new QuietHours(14, 12).Next(noon, Samarinda));
    }

    [Fact]
    public void Each_try_waits_longer_with_some_chance_and_no_longer_than_two_hours()
    {
        for (var tries = 1; tries < 40; tries++)
        {
            var (soonest, latest) = (Retries.After(tries, 0), Retries.After(tries, 1));
            Assert.InRange(soonest, TimeSpan.FromSeconds(48), TimeSpan.FromHours(2));
            Assert.InRange(latest, soonest * 1.49, TimeSpan.FromHours(2.4));
            Assert.True(Retries.After(tries + 1, 0) >= soonest);
        }

        Assert.True(Retries.Helps(Trouble.Busy, Retries.Most - 1));
        Assert.False(Retries.Helps(Trouble.Busy, Retries.Most));
        Assert.False(Retries.Helps(Trouble.Refused, 1));
        Assert.False(Retries.Helps(Trouble.Unknown, 1));
    }
}
