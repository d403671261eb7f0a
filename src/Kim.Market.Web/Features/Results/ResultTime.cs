using System.Globalization;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Results;

/// <summary>How much time results are asked of.</summary>
public enum ResultSpan { Always, Year, Month }

/// <summary>The month or the year that results are asked of, or all the time there was. One that has not ended is counted to this day.</summary>
/// <param name="From">Its first day.</param>
public sealed record ResultTime(ResultSpan Span, DateOnly From, DateOnly Today)
{
    private const string WrittenMonth = "yyyy-MM";
    private const string WrittenYear = "yyyy";

    /// <summary>Months and years that are offered to choose from.</summary>
    private const int OfferedMonths = 24;
    private const int OfferedYears = 3;

    public bool IsAlways => Span == ResultSpan.Always;

    /// <summary>As addresses and keys write it: <c>2026-06</c>, <c>2026</c>; null for all the time.</summary>
    public string? Value => Span switch
    {
        ResultSpan.Month => From.ToString(WrittenMonth, CultureInfo.InvariantCulture),
        ResultSpan.Year => From.ToString(WrittenYear, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>What stands in addresses to ask for the same time again; nothing for all the time.</summary>
    public IEnumerable<KeyValuePair<string, string>> Asked => Value is { } value ? [KeyValuePair.Create(Span == ResultSpan.Year ? "tahun" : "bulan", value)] : [];

    /// <summary>The same as the end of an address.</summary>
    public string Query => string.Concat(Asked.Select(asked => $"?{asked.Key}={asked.Value}"));

    public string Name => Span switch
    {
        ResultSpan.Month => DateFormat.Month(From),
        ResultSpan.Year => Value!,
        _ => "",
    };

    /// <summary>The last day.</summary>
    public DateOnly Day => Last < Today ? Last : Today;

    /// <summary>It goes on.</summary>
    public bool IsRunning => Day == Today;

    /// <summary>This month and those before it, newest first.</summary>
    public IEnumerable<DateOnly> Months => Enumerable.Range(0, OfferedMonths).Select(back => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-back));

    /// <summary>This year and those before it, newest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, OfferedYears).Select(back => Today.Year - back);

    private DateOnly Last => Span switch
    {
        ResultSpan.Month => From.AddMonths(1).AddDays(-1),
        ResultSpan.Year => From.AddYears(1).AddDays(-1),
        _ => Today,
    };

    public static ResultTime Always(DateOnly today) => new(ResultSpan.Always, LedgerQuestion.Beginning, today);

    /// <summary>False for what is no month or year, for both at once, and for a time that has not begun.</summary>
    public static bool TryRead(string? month, string? year, DateOnly today, out ResultTime time)
    {
        (time, var isRead) = (month is { Length: > 0 }, year is { Length: > 0 }) switch
        {
            (false, false) => (Always(today), true),
            (true, false) => Read(ResultSpan.Month, WrittenMonth, month!, today),
            (false, true) => Read(ResultSpan.Year, WrittenYear, year!, today),
            _ => (Always(today), false),
        };
        return isRead;
    }

    /// <summary>Of a <see cref="Value"/>.</summary>
    public static bool TryRead(string? value, DateOnly today, out ResultTime time) =>
        value?.Length == WrittenYear.Length ? TryRead(null, value, today, out time) : TryRead(value, null, today, out time);

    private static (ResultTime Time, bool IsRead) Read(ResultSpan span, string written, string text, DateOnly today) =>
        DateOnly.TryParseExact(text, written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && from <= today && from >= LedgerQuestion.Beginning
            ? (new(span, from, today), true)
            : (Always(today), false);
}
