using System.Globalization;
using System.Text;
using Kim.Market.Web.Features.Ledger;

namespace Kim.Market.Web.Features.Results;

/// <summary>One month of the trend and where it stands in the drawing (in percent).</summary>
public sealed record TrendPoint(DateOnly Month, long Count, double X, double Y);

/// <summary>A count per month over a year, ready to be drawn as a line.</summary>
public sealed record MonthlyTrend(IReadOnlyList<TrendPoint> Points, IReadOnlyList<(long Value, double Y)> Grid)
{
    public const int Months = 12;

    // The tallest month keeps a little air above it, for its own label.
    private const double Headroom = 1.08;

    public TrendPoint Last => Points[^1];

    /// <summary>The month with the most; the latest of several.</summary>
    public TrendPoint Peak => Points.Aggregate((best, point) => point.Count >= best.Count ? point : best);

    /// <summary>The line through the months, in the drawing's 100 by 100.</summary>
    public string Line
    {
        get
        {
            var path = new StringBuilder();
            foreach (var point in Points)
            {
                path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(point.X)).Append(' ').Append(Number(point.Y));
            }

            return path.ToString();
        }
    }

    /// <summary>The same line closed along the bottom.</summary>
    public string Area => Line + "V100H0Z";

    /// <summary>The first of the twelve months that end with this one.</summary>
    public static DateOnly FirstMonth(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);

    /// <summary>The twelve months that end with this one; a month without rows counts none.</summary>
    public static MonthlyTrend Of(IEnumerable<MonthTotal> totals, DateOnly today)
    {
        var counts = totals.ToDictionary(total => total.Month, total => total.Rows);
        var months = Enumerable.Range(0, Months).Select(FirstMonth(today).AddMonths).ToArray();
        var top = Math.Max(1, months.Max(month => counts.GetValueOrDefault(month))) * Headroom;
        return new(
            [.. months.Select((month, i) => new TrendPoint(
                month, counts.GetValueOrDefault(month), i * 100.0 / (Months - 1), HeightOf(counts.GetValueOrDefault(month))))],
            [.. Ticks((long)top).Select(tick => (tick, HeightOf(tick)))]);

        double HeightOf(long count) => 100 - (count / top * 100);
    }

    /// <summary>The twelve months of completed orders that end with this one.</summary>
    public static MonthlyTrend Of(LedgerSummary summary, DateOnly today) =>
        Of(summary.Months.Select(month => new MonthTotal((short)Metric.CompletedOrder, month.Month, month.Orders, month.Value)), today);

    public static string Number(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Two or three round numbers to read the height by.</summary>
    private static IEnumerable<long> Ticks(long top)
    {
        var rough = Math.Max(1, top / 3.0);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (long)(power * (rough / power) switch { >= 5 => 5, >= 2 => 2, _ => 1 });
        for (var tick = step; tick <= top && tick <= step * 3; tick += step)
        {
            yield return tick;
        }
    }
}
