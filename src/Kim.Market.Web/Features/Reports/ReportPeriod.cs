using System.Globalization;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Reports;

/// <summary>The time a report is of: a month, a quarter or a year. One that goes on is counted to the end of yesterday.</summary>
/// <param name="Value">As it stands in addresses: <c>2026-09</c>, <c>2026-T3</c> or <c>2026</c>.</param>
public sealed record ReportPeriod(string Value, DateOnly From, DateOnly Last)
{
    private const int Months = 12;
    private const int Quarters = 8;
    private const int Years = 3;

    /// <summary>The last day that counts.</summary>
    public DateOnly UntilOn(DateOnly today) => Last < today ? Last : today.AddDays(-1);

    /// <summary>Those that can be chosen, newest first.</summary>
    public static IEnumerable<ReportPeriod> On(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, today.Month - ((today.Month - 1) % 3), 1);
        return Enumerable.Range(0, Quarters).Select(back => Quarter(quarter.AddMonths(-3 * back)))
            .Concat(Enumerable.Range(0, Months).Select(back => Month(month.AddMonths(-back))))
            .Concat(Enumerable.Range(0, Years).Select(back => Year(today.Year - back)))
            .Where(period => period.From < today);
    }

    /// <summary>The one that was asked for; the newest quarter that is over where none was, or none of these.</summary>
    public static ReportPeriod Read(string? text, DateOnly today) =>
        On(today).FirstOrDefault(period => period.Value == text) ?? On(today).First(period => period.Last < today);

    /// <summary>What it is called, from its two days alone.</summary>
    public static string NameOf(Words words, DateOnly from, DateOnly until) => (from.Month, until.AddDays(1)) switch
    {
        (1, { Month: 1 }) when from.Year == until.Year => words["Tahun {0}", $"{from.Year}"],
        var (month, after) when after == from.AddMonths(3) && month % 3 == 1 => words["Triwulan {0} {1}", Roman((month + 2) / 3), $"{from.Year}"],
        var (_, after) when after == from.AddMonths(1) => DateFormat.Month(from),
        _ => words["{0} sampai {1}", DateFormat.Full(from), DateFormat.Full(until)],
    };

    private static ReportPeriod Month(DateOnly first) => new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1).AddDays(-1));

    private static ReportPeriod Quarter(DateOnly first) => new($"{first.Year}-T{(first.Month + 2) / 3}", first, first.AddMonths(3).AddDays(-1));

    private static ReportPeriod Year(int year) => new($"{year}", new(year, 1, 1), new(year, 12, 31));

    private static string Roman(int quarter) => quarter switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
