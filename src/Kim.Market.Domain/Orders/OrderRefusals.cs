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

    public static readonly Refusal NothingCounted = new("order.nothing_counted");
    public static readonly Refusal StrikeNote = new("order.strike_note", Limits.Note);
    public static readonly Refusal StrikeNoteHoldsNumber = new("order.strike_note_holds_number");

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

    public static readonly Refusal FetchedByBuyer = new("order.fetched_by_buyer");
    public static readonly Refusal ShipHow = new("order.ship_how", Limits.Place);
    public static readonly Refusal ShipHoldsNumber = new("order.ship_holds_number");
    public static readonly Refusal BadBill = new("order.bad_bill");
    public static readonly Refusal AlreadyShipped = new("order.already_shipped");
    public static readonly Refusal NotShipped = new("order.not_shipped");
    public static readonly Refusal OnItsWay = new("order.on_its_way");
    public static readonly Refusal NothingToRefund = new("order.nothing_to_refund");
    public static readonly Refusal RefundHow = new("order.refund_how", Limits.Place);
    public static readonly Refusal RefundHowHoldsNumber = new("order.refund_how_holds_number");
    public static readonly Refusal RefundStatedAlready = new("order.refund_stated_already");
    public static readonly Refusal RefundNotStated = new("order.refund_not_stated");
    public static readonly Refusal RefundReceivedAlready = new("order.refund_received_already");

    public static readonly Refusal NotFetchedYet = new("order.not_fetched_yet", (int)Order.FetchTime.TotalDays);

    public static readonly Refusal NoComplaint = new("order.no_complaint");
    public static readonly Refusal ComplainedAlready = new("order.complained_already");
    public static readonly Refusal ComplaintTooEarly = new("order.complaint_too_early", (int)Order.JourneyTime.TotalDays);
    public static readonly Refusal ComplaintTooLate = new("order.complaint_too_late", (int)Order.LateComplaintTime.TotalDays);
    public static readonly Refusal ComplaintOver = new("order.complaint_over");
    public static readonly Refusal TooManyPhotos = new("order.too_many_photos", Limits.ComplaintPhotos);
    public static readonly Refusal TooManyWords = new("order.too_many_words");
    public static readonly Refusal SellerFirst = new("order.seller_first");
    public static readonly Refusal KimFirst = new("order.kim_first");
    public static readonly Refusal NotEscalated = new("order.not_escalated");
    public static readonly Refusal InDispute = new("order.in_dispute");

    public static readonly Refusal MarketCutOff = new("order.market_cut_off");
    public static readonly Refusal NotForMarket = new("order.not_for_market");
    public static readonly Refusal NoShareAsked = new("order.no_share_asked");
    public static readonly Refusal ShareMoved = new("order.share_moved");
    public static readonly Refusal ShareUnanswered = new("order.share_unanswered");

    public static readonly Refusal OverReturned = new("order.over_returned");

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
        OrderStatus.Returned => OverReturned,
        OrderStatus.Disputed => InDispute,
        OrderStatus.Rejected => OverRejected,
        OrderStatus.Cancelled => OverCancelled,
        _ => OverExpired,
    };
}
