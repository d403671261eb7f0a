using System.Globalization;

namespace Kim.Market.Web.Format;

/// <summary>A day of the past as an address names it: <c>?per=2026-03-21</c>.</summary>
public static class PastDay
{
    private const int FirstYear = 2000;

    /// <summary>Null for what is no day, or a day that has not begun.</summary>
    public static DateOnly? Read(string? text, Zone zone, DateTimeOffset now) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year >= FirstYear && day <= DateFormat.DayIn(now, zone)
            ? day
            : null;

    /// <summary>Its last moment.</summary>
    public static DateTimeOffset EndOf(DateOnly day, Zone zone) =>
        new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), zone.Offset).AddTicks(-1);

    /// <summary>As addresses and forms write it.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
