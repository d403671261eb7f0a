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

    public static readonly Refusal QuoteFirst = new("order.quote_first");
    public static readonly Refusal AwaitsBuyer = new("order.awaits_buyer");
    public static readonly Refusal NotQuoted = new("order.not_quoted");
    public static readonly Refusal NoQuoteAsked = new("order.no_quote_asked");
    public static readonly Refusal BadFee = new("order.bad_fee");
    public static readonly Refusal QuoteHow = new("order.quote_how", Limits.Place);
    public static readonly Refusal QuoteHoldsNumber = new("order.quote_holds_number");

    public static readonly Refusal NotAcceptedYet = new("order.not_accepted_yet");
    public static readonly Refusal PaidAlready = new("order.paid_already");
    public static readonly Refusal TooManyProofs = new("order.too_many_proofs", Limits.PaymentProofs);

    public static readonly Refusal NothingToRefund = new("order.nothing_to_refund");
    public static readonly Refusal RefundHow = new("order.refund_how", Limits.Place);
    public static readonly Refusal RefundHowHoldsNumber = new("order.refund_how_holds_number");
    public static readonly Refusal RefundStatedAlready = new("order.refund_stated_already");
    public static readonly Refusal RefundNotStated = new("order.refund_not_stated");
    public static readonly Refusal RefundReceivedAlready = new("order.refund_received_already");

    public static readonly Refusal TooLittleForCard = new("order.too_little_for_card", Order.LeastByCard);
    public static readonly Refusal TooManyCards = new("order.too_many_cards");

    public static readonly Refusal OverCompleted = new("order.over_completed");
    public static readonly Refusal OverRejected = new("order.over_rejected");
    public static readonly Refusal OverCancelled = new("order.over_cancelled");
    public static readonly Refusal OverExpired = new("order.over_expired");

    /// <summary>The order has come to its end in another way.</summary>
    public static Refusal Over(OrderStatus status) => status switch
    {
        OrderStatus.Completed => OverCompleted,
        OrderStatus.Rejected => OverRejected,
        OrderStatus.Cancelled => OverCancelled,
        _ => OverExpired,
    };
}
