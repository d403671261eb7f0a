using System.Globalization;

namespace Kim.Market.Domain.Tests;

public class WorkingDaysTests
{
    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);

    // Idulfitri 2026 with its leave: 18 to 24 March, the weekend among them.
    private static readonly HashSet<DateOnly> Leave = [.. Enumerable.Range(18, 7).Select(day => new DateOnly(2026, 3, day))];

    [Theory]
    [InlineData("2026-11-23 09:00", 3, "2026-11-26")] // Monday, to the end of Thursday
    [InlineData("2026-11-20 16:30", 3, "2026-11-25")] // Friday: the weekend does not count
    [InlineData("2026-11-21 10:00", 3, "2026-11-25")] // Saturday: like Friday
    [InlineData("2026-03-17 08:00", 3, "2026-03-27")] // the day before the leave
    [InlineData("2026-12-23 08:00", 3, "2026-12-29")] // Christmas is a holiday every year, its eve a working day here
    [InlineData("2026-08-14 08:00", 1, "2026-08-18")] // Friday before independence day on a Monday
    [InlineData("2026-11-23 09:00", 10, "2026-12-07")]
    public void A_clock_stops_on_days_on_which_nobody_works(string begun, int days, string last)
    {
        var due = new WorkingDays(Leave, Wita).After(Local(begun), days);

        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture).AddDays(1).ToDateTime(TimeOnly.MinValue), due.ToOffset(Wita).DateTime);
    }

    [Fact]
    public void A_day_ends_by_the_clock_of_the_place()
    {
        var lateOnMonday = Local("2026-11-23 23:30"); // Tuesday already in Papua

        Assert.Equal(Local("2026-11-25 00:00"), new WorkingDays(Leave, Wita).After(lateOnMonday, 1));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(9)), new WorkingDays(Leave, TimeSpan.FromHours(9)).After(lateOnMonday, 1));
    }

    [Fact]
    public void Every_working_day_holds_and_no_other_day_does()
    {
        var calendar = new WorkingDays(Leave, Wita);
        var year = Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays).ToList();

        Assert.All(year.Where(calendar.Holds), day => Assert.False(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Leave.Contains(day)));
        Assert.Equal(365 - 104 - 5 - 5, year.Count(calendar.Holds)); // weekends, five days of leave, five holidays of a fixed day
    }

    [Fact]
    public void Nothing_is_due_before_it_begins() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDays(Leave, Wita).After(Local("2026-11-23 09:00"), 0));

    private static DateTimeOffset Local(string moment) => new(DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Wita);
}
