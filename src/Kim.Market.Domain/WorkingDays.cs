namespace Kim.Market.Domain;

/// <summary>The days on which offices work: Monday to Friday, without public holidays and collective leave, in one time zone.</summary>
/// <param name="free">
/// Holidays that move, and collective leave, as three ministers settle them for each year (SKB). Holidays of a fixed day need not be named.
/// </param>
/// <param name="offset">Of the zone in which a day ends.</param>
public sealed class WorkingDays(IReadOnlySet<DateOnly> free, TimeSpan offset)
{
    // Keppres 8/2024: New Year, labour, Pancasila, independence, Christmas.
    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)];

    public static bool IsFixedHoliday(DateOnly day) => Fixed.Contains((day.Month, day.Day));

    public bool Holds(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsFixedHoliday(day) && !free.Contains(day);

    /// <summary>The end of so many working days; the day of the beginning is not counted.</summary>
    public DateTimeOffset After(DateTimeOffset begun, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var day = DateOnly.FromDateTime(begun.ToOffset(offset).DateTime);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= Holds(day) ? 1 : 0;
        }

        return new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, offset).ToUniversalTime();
    }
}
