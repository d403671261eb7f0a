using System.Globalization;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Results;

/// <summary>The month that results are asked of, or all the time there was. A month that has not ended is counted to this day.</summary>
/// <param name="Month">Its first day; null for all the time.</param>
public sealed record ResultTime(DateOnly? Month, DateOnly Today)
{
    private const string Written = "yyyy-MM";

    /// <summary>Months that are offered to choose from.</summary>
    private const int Offered = 24;

    /// <summary>As it stands in addresses; null for all the time.</summary>
    public string? Value => Month?.ToString(Written, CultureInfo.InvariantCulture);

    public string Name => Month is { } month ? DateFormat.Month(month) : "";

    public DateOnly From => Month ?? LedgerQuestion.Beginning;

    /// <summary>The last day.</summary>
    public DateOnly Day => Month is { } month && month.AddMonths(1).AddDays(-1) is var last && last < Today ? last : Today;

    /// <summary>It goes on.</summary>
    public bool IsRunning => Day == Today;

    /// <summary>This month and those before it, newest first.</summary>
    public IEnumerable<DateOnly> Months => Enumerable.Range(0, Offered).Select(back => First(Today).AddMonths(-back));

    /// <summary>False for what is no month, and for one that has not begun.</summary>
    public static bool TryRead(string? text, DateOnly today, out ResultTime time)
    {
        time = new(null, today);
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month > today || month < LedgerQuestion.Beginning)
        {
            return false;
        }

        time = new(month, today);
        return true;
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
