using System.Text.Json;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>One month of the strip: whether its seller declares it a month of the season, and what was really sold in it.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Height">Of its bar, in percent of the tallest.</param>
public sealed record StripMonth(int Month, bool IsDeclared, long Sold, double Height);

/// <summary>Twelve months: the season as it is declared, and the months in which something was sold over the last year.</summary>
public sealed record SeasonStrip(IReadOnlyList<StripMonth> Months, int ThisMonth)
{
    /// <summary>What was sold of the product <c>p</c> in the last twelve months, the present one among them.</summary>
    public static SqlPart Sold(DateTimeOffset now) => SqlPart.Of(
        $"""
        (select jsonb_agg(to_jsonb(m))::text from (
            select month, quantity from sold_months where product_id = p.product_id and month > {DateFormat.DayIn(now, Zone.Wita).AddYears(-1)}) m)
        """);

    /// <summary>Null where there is nothing to compare.</summary>
    public static SeasonStrip? Of(Season? season, string? sold, DateTimeOffset now)
    {
        if (season is null)
        {
            return null;
        }

        var months = sold is null ? [] : JsonSerializer.Deserialize(sold, HarvestJson.Default.SoldMonthArray)!;
        var most = Math.Max(1, months.Select(month => month.Quantity).DefaultIfEmpty().Max());
        return new(
            [.. Enumerable.Range(1, 12).Select(number => months.Where(month => month.Month.Month == number).Sum(month => month.Quantity) is var quantity
                ? new StripMonth(number, Touches(season, number), quantity, quantity * 100d / most)
                : null!)],
            DateFormat.DayIn(now, Zone.Wita).Month);
    }

    // A month of which one day belongs to the season is a month of it.
    private static bool Touches(Season season, int month) =>
        Enumerable.Range(1, DateTime.DaysInMonth(2024, month)).Any(day => season.Holds(new DateOnly(2024, month, day)));
}
