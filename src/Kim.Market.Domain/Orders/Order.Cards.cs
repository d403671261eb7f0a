using Kim.Market.Domain.Payments;

namespace Kim.Market.Domain.Orders;

/// <summary>What became of one payment by card. The numbers are stored.</summary>
public enum CardState
{
    /// <summary>The provider's page was opened; nothing is known yet.</summary>
    Open,

    /// <summary>The order is paid with it.</summary>
    Confirmed,

    /// <summary>Nothing was paid.</summary>
    Failed,

    /// <summary>Paid when nothing was to be paid any more: it has to go back.</summary>
    Late,

    /// <summary>Something else was paid than was asked for: it has to go back.</summary>
    Mismatched,

    /// <summary>The provider sends it back.</summary>
    Refunded,
}

/// <summary>One payment by card as the provider knows it.</summary>
/// <param name="Session">What the provider calls the attempt.</param>
/// <param name="Payment">What it calls the money that came; null while none has.</param>
public sealed record CardPayment(string Session, CardState State, DateTimeOffset ExpiresAt, string? Payment, CardAmount Amount)
{
    /// <summary>Money came that this order cannot keep.</summary>
    public bool IsOwed => State is CardState.Late or CardState.Mismatched;
}

public sealed partial record Order
{
    /// <summary>Less is not asked by card: the provider's own fee would eat it.</summary>
    public static readonly Rupiah LeastByCard = new(10_000);

    /// <summary>Every attempt to pay by card, the oldest first.</summary>
    public IReadOnlyList<CardPayment> Cards { get; private init; } = [];

    /// <summary>The provider, and not the seller, says that it is paid.</summary>
    public bool IsPaidByCard => Cards.Any(card => card.State == CardState.Confirmed);

    /// <summary>The attempt that a buyer may still go on with.</summary>
    public CardPayment? OpenedCard(DateTimeOffset now) => Cards.LastOrDefault(card => card.State == CardState.Open && card.ExpiresAt > now);

    /// <summary>The buyer goes to pay by card; the provider has made a page for it.</summary>
    public Decision<OrderEvent> OpenCard(string session, DateTimeOffset expiresAt, DateTimeOffset now) => Status switch
    {
        _ when CardOf(session) is not null => [],
        _ when IsAway || Status is OrderStatus.Accepted or OrderStatus.Ready =>
            IsPaid ? OrderRefusals.PaidAlready
            : AskedShare is not null ? OrderRefusals.ShareUnanswered
            : Total < LeastByCard ? OrderRefusals.TooLittleForCard
            : Cards.Count >= Limits.CardAttempts ? OrderRefusals.TooManyCards
            : [new CardPaymentOpened(session, Total, expiresAt, now)],
        OrderStatus.Placed or OrderStatus.AwaitingQuote or OrderStatus.Quoted => OrderRefusals.NotAcceptedYet,
        _ => OrderRefusals.Over(Status),
    };

    /// <summary>
    /// The provider says that money came. It may say so twice, late, and of a page whose opening nobody wrote down: what is
    /// told once is told for good, and money that the order cannot keep is owed back.
    /// </summary>
    public Decision<OrderEvent> ConfirmCard(string session, string payment, CardAmount amount, DateTimeOffset now) => Status switch
    {
        _ when CardOf(session) is { State: not (CardState.Open or CardState.Failed) } => [],
        _ when amount.Rupiah != Total => [new CardPaymentMismatched(session, payment, amount.Minor, amount.Currency, now)],
        _ when !IsPaid && (IsAway || Status is OrderStatus.Accepted or OrderStatus.Ready) => [new CardPaymentConfirmed(session, payment, Total, now)],
        _ => [new CardPaymentCameLate(session, payment, Total, now)],
    };

    /// <summary>The provider says that nothing was paid and nothing will be.</summary>
    public Decision<OrderEvent> FailCard(string session, DateTimeOffset now) =>
        CardOf(session) is { State: CardState.Open } ? [new CardPaymentFailed(session, now)] : [];

    /// <summary>The seller has had the provider send a payment back.</summary>
    /// <param name="refund">What the provider calls it; null where it says that it was sent back before.</param>
    public Decision<OrderEvent> RefundCard(string session, string? refund, DateTimeOffset now) => CardOf(session) switch
    {
        { State: CardState.Refunded } => [],
        { IsOwed: true } => [new CardRefundMade(session, refund, now)],
        { State: CardState.Confirmed } when Refund is RefundState.Owed or RefundState.Missing => [new CardRefundMade(session, refund, now)],
        _ => OrderRefusals.NothingToRefund,
    };

    private CardPayment? CardOf(string session) => Cards.FirstOrDefault(card => card.Session == session);

    private Order Know(CardPayment card) => this with { Cards = [.. Cards.Where(known => known.Session != card.Session), card] };

    private Order SendBack(string session)
    {
        var card = CardOf(session)!;
        return Know(card with { State = CardState.Refunded }) with { Refund = card.State == CardState.Confirmed ? RefundState.ByCard : Refund };
    }

    private static Order? EvolveCard(Order order, OrderEvent happened) => happened switch
    {
        CardPaymentOpened e => order.Know(new(e.Session, CardState.Open, e.ExpiresAt, null, CardAmount.Of(e.Amount))),
        CardPaymentConfirmed e => order.Know(new(e.Session, CardState.Confirmed, e.At, e.Payment, CardAmount.Of(e.Amount))).Paid(e.Amount),
        CardPaymentFailed e => order.Know(order.CardOf(e.Session)! with { State = CardState.Failed }),
        CardPaymentCameLate e => order.Know(new(e.Session, CardState.Late, e.At, e.Payment, CardAmount.Of(e.Amount))),
        CardPaymentMismatched e => order.Know(new(e.Session, CardState.Mismatched, e.At, e.Payment, new(e.Minor, e.Currency))),
        CardRefundMade e => order.SendBack(e.Session),
        _ => null,
    };
}
