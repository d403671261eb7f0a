using System.Globalization;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Format;

/// <summary>Days and times as the site writes them; only the names of months and days follow the language.</summary>
public static class DateFormat
{
    /// <summary><c>21 November 2026</c>.</summary>
    public static string Full(DateOnly day) => $"{day.Day} {Calendar.Month(day.Month)} {day.Year}";

    public static string Full(DateTimeOffset moment, Zone zone) => Full(DayIn(moment, zone));

    /// <summary><c>Senin, 23 November</c>.</summary>
    public static string Weekday(DateOnly day) =>
        $"{Calendar.Day(day.DayOfWeek)}, {day.Day} {Calendar.Month(day.Month)}";

    /// <summary><c>November 2026</c>.</summary>
    public static string Month(DateOnly day) => $"{Calendar.Month(day.Month)} {day.Year}";

    /// <summary><c>24 Agu</c>.</summary>
    public static string Brief(DateOnly day) => $"{day.Day} {Calendar.ShortMonth(day.Month)}";

    /// <summary><c>20 Nov, 18.40</c>.</summary>
    public static string Brief(DateTimeOffset moment, Zone zone)
    {
        var local = moment.ToOffset(zone.Offset);
        return $"{local.Day} {Calendar.ShortMonth(local.Month)}, {Clock(local)}";
    }

    /// <summary><c>15.20 WITA</c>.</summary>
    public static string Time(DateTimeOffset moment, Zone zone) => $"{Clock(moment.ToOffset(zone.Offset))} {zone.Name}";

    /// <summary><c>21 November 2026, 15.20 WITA</c>.</summary>
    public static string Moment(DateTimeOffset moment, Zone zone) => $"{Full(moment, zone)}, {Time(moment, zone)}";

    /// <summary>For <c>&lt;time datetime="…"&gt;</c>.</summary>
    public static string Machine(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateOnly DayIn(DateTimeOffset moment, Zone zone) =>
        DateOnly.FromDateTime(moment.ToOffset(zone.Offset).DateTime);

    /// <summary>What is left until a deadline, never more than there is: <c>3 jam</c>, <c>2 hari</c>.</summary>
    public static string Left(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => Calendar.Count((long)time.TotalDays, "hari", "day"),
        { TotalHours: >= 1 } => Calendar.Count((long)time.TotalHours, "jam", "hour"),
        { TotalMinutes: >= 1 } => Calendar.Count((long)time.TotalMinutes, "menit", "minute"),
        _ => Languages.IsEnglish ? "less than a minute" : "kurang dari 1 menit",
    };

    private static string Clock(DateTimeOffset local) => $"{local.Hour:00}.{local.Minute:00}";
}
