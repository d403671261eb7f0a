namespace Kim.Market.Domain.OutsideSales;

public static class OutsideSaleRefusals
{
    public static readonly Refusal Ahead = new("outside_sale.ahead");
    public static readonly Refusal TooLongAgo = new("outside_sale.too_long_ago", OutsideSale.MonthsBack);
    public static readonly Refusal Total = new("outside_sale.total", Limits.OutsideSale);
    public static readonly Refusal ReasonLength = new("outside_sale.reason_length", Limits.Note);
    public static readonly Refusal ReasonHoldsNumber = new("outside_sale.reason_holds_number");
    public static readonly Refusal Withdrawn = new("outside_sale.withdrawn");
}
