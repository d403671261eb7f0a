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
        Eve = new DateTimeOffset(Now.Date, TimeSpan.Zero).AddDays(-1);
        _shift = ((Eve.Year - LastInFiles.Year) * 12) + Eve.Month - LastInFiles.Month;
    }

    /// <summary>The moment at which the demo ends and real life begins. Only orders that are still open count back from here.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The beginning of yesterday. History ends here, so that it is the same at whichever hour of a day it is told.</summary>
    public DateTimeOffset Eve { get; }

    /// <summary>The first month in which anything was sold.</summary>
    public DateTimeOffset Opening => MonthStart(LastInFiles.AddMonths(-24).AddMonths(_shift));

    /// <summary>An hour in the morning of a day of a written month, always before the eve.</summary>
    public DateTimeOffset In(string month, int day, int minute)
    {
        var start = MonthStart(DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(_shift));
        var moment = start.AddDays(day - 1).AddMinutes(minute);
        return moment < Eve ? moment : Eve.AddMinutes(-minute - 1);
    }

    /// <summary>A written year, moved like the months: of its middle, so that one month more or less makes no other year.</summary>
    public int Year(int written) => Math.Min(MonthStart(new DateOnly(written, 6, 1).AddMonths(_shift)).Year, Eve.Year);

    /// <summary>What would come later happens on the eve.</summary>
    public DateTimeOffset InHistory(DateTimeOffset moment) => moment < Eve ? moment : Eve;

    private static DateTimeOffset MonthStart(DateOnly month) => new(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
