namespace Kim.Market.Domain.Orders;

public static class OrderRefusals
{
    public static readonly Refusal LineCount = new("order.line_count", Limits.CartLines);
    public static readonly Refusal Quantity = new("order.quantity", Limits.Quantity);
    public static readonly Refusal SameProductTwice = new("order.same_product_twice");
    public static readonly Refusal NoDelivery = new("order.no_delivery");
    public static readonly Refusal AlreadyReady = new("order.already_ready");
    public static readonly Refusal NotAccepted = new("order.not_accepted");
    public static readonly Refusal NotReady = new("order.not_ready");
    public static readonly Refusal AlreadyAccepted = new("order.already_accepted");
    public static readonly Refusal NotDue = new("order.not_due");

    /// <summary>The order has come to its end in another way.</summary>
    public static Refusal Over(OrderStatus status) => status switch
    {
        OrderStatus.Completed => new("order.over_completed"),
        OrderStatus.Rejected => new("order.over_rejected"),
        OrderStatus.Cancelled => new("order.over_cancelled"),
        _ => new("order.over_expired"),
    };
}
