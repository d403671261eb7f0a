using Kim.Market.Domain;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>Says when and where a market is, and until when one may order for it.</summary>
public static class MarketWords
{
    /// <summary><c>Sabtu, 28 November</c>.</summary>
    public static string Day(DateOnly date) => DateFormat.Weekday(date);

    /// <summary><c>08.00–11.00 WITA</c>.</summary>
    public static string Hours(DateTimeOffset from, DateTimeOffset until, Zone zone) =>
        $"{Clock(TimeOnly.FromDateTime(from.ToOffset(zone.Offset).DateTime))}–{DateFormat.Time(until, zone)}";

    /// <summary><c>Kamis, 26 November, 18.00 WITA</c>.</summary>
    public static string Moment(DateTimeOffset at, Zone zone) => $"{DateFormat.Weekday(DateFormat.DayIn(at, zone))}, {DateFormat.Time(at, zone)}";

    /// <summary><c>Sabtu dan Minggu, 08.00–11.00 WITA</c>.</summary>
    public static string Weekly(MarketPlan plan, Words words)
    {
        var days = plan.Days.Select(Calendar.Day).ToList();
        var named = days is [.. var first, var last] && first.Count > 0 ? words["{0} dan {1}", string.Join(", ", first), last] : days[0];
        return $"{named}, {Clock(plan.Opens)}–{Clock(plan.Closes)} {MarketDate.ZoneOf(plan).Name}";
    }

    /// <summary>Until when one may order, week by week.</summary>
    public static string CutOff(MarketPlan plan, Words words) => plan switch
    {
        { CutOffDays: 0 } => words["pesan sebelum {0} hari itu juga", Clock(plan.CutOff)],
        { Days: [var day] } => words["pesan sebelum {0} {1}", Calendar.Day((DayOfWeek)(((int)day + 7 - plan.CutOffDays) % 7)), Clock(plan.CutOff)],
        { CutOffDays: 1 } => words["pesan sebelum {0} sehari sebelumnya", Clock(plan.CutOff)],
        _ => words["pesan sebelum {0}, {1} hari sebelumnya", Clock(plan.CutOff), plan.CutOffDays],
    };

    public static string Price(Rupiah shared, Words words) =>
        shared == Rupiah.Zero ? words["tanpa ongkir"] : words["ongkir bersama {0} per pembeli", shared];

    public static string Clock(TimeOnly time) => $"{time.Hour:00}.{time.Minute:00}";
}
