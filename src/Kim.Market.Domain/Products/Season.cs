namespace Kim.Market.Domain.Products;

/// <summary>A day of every year.</summary>
public sealed record YearDay(int Month, int Day)
{
    internal bool IsReal => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2024, Month);

    internal int Order => (Month * 100) + Day;

    /// <summary>The 29th of February is the 28th where there is none.</summary>
    internal DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>The part of each year in which there is something to sell. It may reach over New Year.</summary>
public sealed record Season(YearDay From, YearDay Until)
{
    public bool IsReal() => From.IsReal && Until.IsReal;

    public bool Holds(DateOnly day) => (day.Month * 100) + day.Day is var at && From.Order <= Until.Order
        ? at >= From.Order && at <= Until.Order
        : at >= From.Order || at <= Until.Order;

    /// <summary>The first day of the season that comes next, or that very day.</summary>
    public DateOnly NextStart(DateOnly day) => From.In(day.Year) >= day ? From.In(day.Year) : From.In(day.Year + 1);

    /// <summary>The next day on which it begins, or is over.</summary>
    public DateOnly NextTurn(DateOnly day)
    {
        for (var next = day.AddDays(1); next <= day.AddDays(366); next = next.AddDays(1))
        {
            if (Holds(next) != Holds(day))
            {
                return next;
            }
        }

        return day.AddDays(366); // a season of the whole year
    }
}
