using System.Globalization;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Sales;

/// <summary>Whole months, the first and the last included, by the calendar of the place where a stall is.</summary>
public sealed record ReportPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>No report is longer: ten years.</summary>
    public const int Longest = 120;

    private const int FirstYear = 2000;

    public int Months => Distance(First, Last) + 1;

    /// <summary>As addresses name it.</summary>
    public string Query => $"dari={Key(First)}&sampai={Key(Last)}";

    public static ReportPeriod ThisMonth(DateOnly today) => new(MonthOf(today), MonthOf(today));

    public static ReportPeriod ThisYear(DateOnly today) => new(new(today.Year, 1, 1), MonthOf(today));

    public static ReportPeriod LastYear(DateOnly today) => new(new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 1));

    /// <summary>Five years, this month the last of them: as far back as a bank is likely to ask.</summary>
    public static ReportPeriod FiveYears(DateOnly today) => new(MonthOf(today).AddMonths(-59), MonthOf(today));

    /// <summary>A month as a form sends it, <c>2026-03</c>; null for what is none, or has not begun.</summary>
    public static DateOnly? Read(string? month, DateOnly today) =>
        DateOnly.TryParseExact(month?.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year >= FirstYear && day <= today
            ? day
            : null;

    /// <summary><c>2026-03</c>.</summary>
    public static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Every month of it, the newest first.</summary>
    public IEnumerable<DateOnly> NewestFirst => Enumerable.Range(0, Months).Select(back => Last.AddMonths(-back));

    /// <summary>Its first moment.</summary>
    public DateTimeOffset Begins(Zone zone) => new(First.ToDateTime(TimeOnly.MinValue), zone.Offset);

    /// <summary>The first moment that is no longer in it.</summary>
    public DateTimeOffset Ends(Zone zone) => new(Last.AddMonths(1).ToDateTime(TimeOnly.MinValue), zone.Offset);

    public static int Distance(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
