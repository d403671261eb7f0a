using System.Globalization;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Moves the files' months so that their last one is the present month: a demo is always of today.</summary>
public sealed class DemoCalendar
{
    private static readonly DateOnly LastInFiles = new(2026, 11, 1);
    private readonly int _shift;

    public DemoCalendar(DateTimeOffset now)
    {
        Now = now.ToUniversalTime();
        _shift = ((Now.Year - LastInFiles.Year) * 12) + Now.Month - LastInFiles.Month;
    }

    /// <summary>The moment at which the demo ends and real life begins.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The first month in which anything was sold.</summary>
    public DateTimeOffset Opening => MonthStart(LastInFiles.AddMonths(-24).AddMonths(_shift));

    /// <summary>An hour in the morning of a day of a written month, never later than now.</summary>
    public DateTimeOffset In(string month, int day, int minute)
    {
        var start = MonthStart(DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(_shift));
        var moment = start.AddDays(day - 1).AddMinutes(minute);
        return moment < Now ? moment : Now.AddMinutes(-minute - 1);
    }

    private static DateTimeOffset MonthStart(DateOnly month) => new(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
