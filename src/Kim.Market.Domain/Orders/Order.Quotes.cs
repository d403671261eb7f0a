namespace Kim.Market.Domain.Orders;

public sealed partial record Order
{
    /// <summary>A seller who has to find out what delivery costs has this long.</summary>
    public static readonly TimeSpan QuoteTime = TimeSpan.FromHours(48);

    /// <summary>A buyer has this long to say yes or no to it.</summary>
    public static readonly TimeSpan AgreeTime = TimeSpan.FromHours(48);

    /// <summary>What the seller last said delivery costs, and by what it goes; null while they have not.</summary>
    public (Rupiah Fee, string How)? Quote { get; private init; }

    private Refusal Undecided => Status == OrderStatus.AwaitingQuote ? OrderRefusals.QuoteFirst : OrderRefusals.AwaitsBuyer;

    private Rupiah Goods => Lines.Aggregate(Rupiah.Zero, (sum, line) => sum + line.Total);

    /// <summary>The seller says what delivery costs, and may say it anew until the buyer has agreed.</summary>
    public Decision<OrderEvent> QuoteDelivery(Rupiah fee, string how, DateTimeOffset now) =>
        fee < Rupiah.Zero || fee > Rupiah.Highest ? OrderRefusals.BadFee
        : how.Length > Limits.Place ? OrderRefusals.QuoteHow
        : PublicText.HoldsNumber(how) ? OrderRefusals.QuoteHoldsNumber
        : Status switch
        {
            OrderStatus.Quoted when Quote == (fee, how.Trim()) => [],
            OrderStatus.AwaitingQuote or OrderStatus.Quoted => [new DeliveryQuoted(fee, how.Trim(), Goods + fee, now + AgreeTime, now)],
            OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready => OrderRefusals.NoQuoteAsked,
            _ when IsAway => OrderRefusals.NoQuoteAsked,
            _ => OrderRefusals.Over(Status),
        };

    /// <summary>The buyer says yes to what delivery costs. The seller has said theirs by naming it.</summary>
    public Decision<OrderEvent> AgreeToQuote(DateTimeOffset now) => Status switch
    {
        OrderStatus.Quoted => [new DeliveryQuoteAgreed(Quote!.Value.Fee, Goods + Quote.Value.Fee, now)],
        OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Completed when Quote is not null => [],
        _ when IsAway => Quote is not null ? [] : OrderRefusals.NoQuoteAsked,
        OrderStatus.AwaitingQuote => OrderRefusals.NotQuoted,
        OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready => OrderRefusals.NoQuoteAsked,
        _ => OrderRefusals.Over(Status),
    };
}
