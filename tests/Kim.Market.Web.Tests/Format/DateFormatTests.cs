using System.Globalization;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Format;

public sealed class DateFormatTests : IDisposable
{
    // 23.40 in Jakarta, 00.40 of the next day in Makassar
    private static readonly DateTimeOffset LateEvening = new(2026, 8, 20, 16, 40, 0, TimeSpan.Zero);

    public DateFormatTests() => Languages.Speak(Languages.Indonesian);

    public void Dispose() => Languages.Speak(Languages.Indonesian);

    [Fact]
    public void A_moment_falls_on_the_day_of_the_storefront()
    {
        Assert.Equal("20 Agustus 2026", DateFormat.Full(LateEvening, Zone.Of("Asia/Pontianak")));
        Assert.Equal("21 Agustus 2026", DateFormat.Full(LateEvening, Zone.Of("Asia/Makassar")));
    }

    [Fact]
    public void Times_have_a_dot_and_a_zone()
    {
        Assert.Equal("00.40 WITA", DateFormat.Time(LateEvening, Zone.Wita));
        Assert.Equal("23.40 WIB", DateFormat.Time(LateEvening, Zone.Wib));
        Assert.Equal("21 Agu, 00.40", DateFormat.Brief(LateEvening, Zone.Wita));
        Assert.Equal("21 Agustus 2026, 00.40 WITA", DateFormat.Moment(LateEvening, Zone.Wita));
        Assert.Equal("2026-08-20T16:40:00Z", DateFormat.Machine(LateEvening.ToOffset(TimeSpan.FromHours(8))));
    }

    [Fact]
    public void Days_and_months_have_their_names()
    {
        var day = new DateOnly(2026, 11, 23);

        Assert.Equal("Senin, 23 November", DateFormat.Weekday(day));
        Assert.Equal("November 2026", DateFormat.Month(day));
        Assert.Equal("23 Nov", DateFormat.Brief(day));
    }

    [Fact]
    public void English_names_months_and_days_and_keeps_the_order()
    {
        Languages.Speak(Languages.English);

        Assert.Equal("21 August 2026", DateFormat.Full(LateEvening, Zone.Wita));
        Assert.Equal("21 Aug, 00.40", DateFormat.Brief(LateEvening, Zone.Wita));
        Assert.Equal("Friday, 1 May", DateFormat.Weekday(new(2026, 5, 1)));
    }

    [Theory]
    [InlineData("3.00:00:00", "3\u00A0hari", "3\u00A0days")]
    [InlineData("1.23:59:00", "47\u00A0jam", "47\u00A0hours")]
    [InlineData("03:59:59", "3\u00A0jam", "3\u00A0hours")]
    [InlineData("01:00:00", "1\u00A0jam", "1\u00A0hour")]
    [InlineData("00:59:59", "59\u00A0menit", "59\u00A0minutes")]
    [InlineData("00:00:59", "kurang dari 1 menit", "less than a minute")]
    public void A_deadline_never_promises_more_time_than_there_is(string left, string indonesian, string english)
    {
        var time = TimeSpan.Parse(left, CultureInfo.InvariantCulture);

        Assert.Equal(indonesian, DateFormat.Left(time));

        Languages.Speak(Languages.English);
        Assert.Equal(english, DateFormat.Left(time));
    }

    [Fact]
    public void A_zone_outside_Indonesia_is_a_mistake() => Assert.Throws<ArgumentException>(() => Zone.Of("Europe/Amsterdam"));
}
