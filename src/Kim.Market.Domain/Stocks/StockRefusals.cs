namespace Kim.Market.Domain.Stocks;

public static class StockRefusals
{
    public static readonly Refusal NotPositive = new("stock.not_positive");
    public static readonly Refusal TooMany = new("stock.too_many", Limits.Stock);

    public static readonly Refusal RemarkLength = new("stock.remark_length", Limits.Remark);
    public static readonly Refusal BadCount = new("stock.bad_count", Limits.Stock);

    /// <summary>Fewer were counted than are promised to open orders.</summary>
    public static Refusal Promised(int reserved) => new("stock.promised", reserved);

    /// <summary>Not enough: says how many pieces can still be had.</summary>
    public static Refusal Left(int available) => new("stock.left", available);
}
