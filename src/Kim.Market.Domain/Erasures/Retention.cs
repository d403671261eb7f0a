namespace Kim.Market.Domain.Erasures;

/// <summary>How long the law wants to find out who a buyer was: PP 80/2019 art. 25, ten years for money, five for other trade.</summary>
/// <param name="MoneyYears">After an order that was completed; 0 where a copy is not kept at all.</param>
/// <param name="TradeYears">After one that came to nothing.</param>
public sealed record Retention(int MoneyYears = 10, int TradeYears = 5)
{
    /// <summary>The last day on which a copy is kept; null for none.</summary>
    /// <param name="placed">The day of the order.</param>
    public DateOnly? Until(DateOnly placed, bool isCompleted) =>
        (isCompleted ? MoneyYears : TradeYears) is var years and > 0 ? placed.AddYears(years) : null;
}
