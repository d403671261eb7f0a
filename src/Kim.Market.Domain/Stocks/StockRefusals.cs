namespace Kim.Market.Domain.Stocks;

public static class StockRefusals
{
    public static readonly Refusal NotPositive = new("stock.not_positive");
    public static readonly Refusal TooMany = new("stock.too_many", Limits.Stock);

    /// <summary>Not enough: says how many pieces can still be had.</summary>
    public static Refusal Left(int available) => new("stock.left", available);
}
