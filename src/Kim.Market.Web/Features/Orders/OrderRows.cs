using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Orders;

/// <summary>A line of an order as it is kept in the order's row.</summary>
public sealed record OrderedLine(Guid Product, string Name, string Unit, int Quantity, long Price)
{
    [JsonIgnore]
    public Rupiah Total => new Rupiah(Price) * Quantity;
}

/// <summary>An order as its lists show it.</summary>
public sealed record OrderRow(OrderPlaced Placed)
{
    public long Version { get; init; }

    public OrderStatus Status { get; init; }

    public RejectionReason? Reason { get; init; }

    /// <summary>What delivery costs, as far as both agree.</summary>
    public Rupiah Fee { get; init; } = Placed.DeliveryFee;

    public Rupiah Total { get; init; } = Placed.Total;

    /// <summary>What the seller said delivery costs, and by what it goes; null where nobody had to say.</summary>
    public (Rupiah Fee, string How)? Quote { get; init; }

    /// <summary>Until when whoever is to answer has time.</summary>
    public DateTimeOffset AnswerBy { get; init; } = Placed.AnswerBy;

    /// <summary>When the order moves on by itself; null while it waits for somebody for as long as it takes.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How far a complaint is, and since when; null while nobody complained.</summary>
    public (ComplaintStage Stage, ComplaintKind Kind, DateTimeOffset At)? Complaint { get; init; }

    /// <summary>From then on the KIM and the office read it too.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>The seller has stated that the money is there.</summary>
    public bool IsPaid { get; init; }

    /// <summary>The code that a transfer bears, and what it comes to with it; null where it has none.</summary>
    public UniqueCodeGiven? Code { get; init; }

    /// <summary>Somebody may transfer that amount at any moment.</summary>
    public bool IsCodeOpen { get; init; }

    /// <summary>What came in, by the word of whoever said so.</summary>
    public Rupiah? Received { get; init; }

    /// <summary>The card provider, and not the seller, says that it is paid.</summary>
    public bool IsPaidByCard { get; init; }

    /// <summary>Payments by card that the order cannot keep and that were not sent back.</summary>
    public IReadOnlyList<string> OwedCards { get; init; } = [];

    /// <summary>How far money is on its way back that was paid for nothing; null where none has to go back.</summary>
    public RefundState? Refund { get; init; }

    /// <summary>How the seller last said that they sent it.</summary>
    public string? RefundHow { get; init; }

    /// <summary>Whether somebody of the KIM answered or handed over for the seller.</summary>
    public bool IsHelped { get; init; }

    /// <summary>The share that its buyer is asked to agree to; kept where they did not, so that their page can say of what it ended.</summary>
    public Rupiah? AskedShare { get; init; }

    /// <summary>Handed over by the KIM at the market.</summary>
    public bool IsAtPoint { get; init; }

    public DateTimeOffset TouchedAt { get; init; } = Placed.At;
}

/// <summary>Writes <c>orders</c>.</summary>
public sealed class OrderRows : StreamView<OrderRow>
{
    public override string Name => "orders";

    public override string Kind => StreamKind<Order>.Name;

    public override string Ddl { get; } = Ddls.Of<OrderRows>();

    protected override Columns<OrderRow> Columns { get; } = new()
    {
        { "order_id", NpgsqlDbType.Uuid, row => row.Placed.Order.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "number", NpgsqlDbType.Text, row => row.Placed.Number },
        { "checkout_id", NpgsqlDbType.Uuid, row => row.Placed.Checkout.Value },
        { "buyer_id", NpgsqlDbType.Uuid, row => row.Placed.Buyer.Value },
        { "business_id", NpgsqlDbType.Uuid, row => row.Placed.Seller.Value },
        { "group_id", NpgsqlDbType.Uuid, row => row.Placed.Curator.Value },
        { "village", NpgsqlDbType.Text, row => row.Placed.SellerVillage.Value },
        { "handover", NpgsqlDbType.Smallint, row => (short)row.Placed.Handover },
        { "lines", NpgsqlDbType.Jsonb, row => Json.Of(Lines(row), OrderJson.Default.OrderedLineArray).Utf8 },
        { "goods", NpgsqlDbType.Bigint, row => row.Placed.Goods.Amount },
        { "fee", NpgsqlDbType.Bigint, row => row.Fee.Amount },
        { "total", NpgsqlDbType.Bigint, row => row.Total.Amount },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "reason", NpgsqlDbType.Smallint, row => (short?)row.Reason },
        { "paid", NpgsqlDbType.Boolean, row => row.IsPaid },
        { "received", NpgsqlDbType.Bigint, row => row.Received?.Amount },
        { "transfer", NpgsqlDbType.Bigint, row => (row.Code?.Amount ?? row.Total).Amount },
        { "code", NpgsqlDbType.Bigint, row => row.Code?.Code.Amount },
        { "code_account", NpgsqlDbType.Uuid, row => row.Code?.Account },
        { "code_day", NpgsqlDbType.Date, row => row.Code?.Day },
        { "code_open", NpgsqlDbType.Boolean, row => row.IsCodeOpen },
        { "paid_by_card", NpgsqlDbType.Boolean, row => row.IsPaidByCard },
        { "owes_card", NpgsqlDbType.Boolean, row => row.OwedCards.Count > 0 },
        { "refund", NpgsqlDbType.Smallint, row => (short?)row.Refund },
        { "refund_how", NpgsqlDbType.Text, row => row.RefundHow },
        { "tariff", NpgsqlDbType.Text, row => row.Placed.Tariff?.Value },
        { "helped", NpgsqlDbType.Boolean, row => row.IsHelped },
        { "quote", NpgsqlDbType.Bigint, row => row.Quote?.Fee.Amount },
        { "quote_how", NpgsqlDbType.Text, row => row.Quote?.How },
        { "placed_at", NpgsqlDbType.TimestampTz, row => row.Placed.At },
        { "answer_by", NpgsqlDbType.TimestampTz, row => row.AnswerBy },
        { "touched_at", NpgsqlDbType.TimestampTz, row => row.TouchedAt },
        { "due_at", NpgsqlDbType.TimestampTz, row => row.DueAt },
        { "complaint", NpgsqlDbType.Smallint, row => (short?)row.Complaint?.Stage },
        { "complaint_kind", NpgsqlDbType.Smallint, row => (short?)row.Complaint?.Kind },
        { "complaint_at", NpgsqlDbType.TimestampTz, row => row.Complaint?.At },
        { "escalated_at", NpgsqlDbType.TimestampTz, row => row.EscalatedAt },
        { "market_day", NpgsqlDbType.Uuid, row => row.Placed.Market?.Day.Value },
        { "market_date", NpgsqlDbType.Date, row => row.Placed.Market?.Date },
        { "market_place", NpgsqlDbType.Text, row => row.Placed.Market?.Place },
        { "market_from", NpgsqlDbType.TimestampTz, row => row.Placed.Market?.From.ToUniversalTime() },
        { "market_until", NpgsqlDbType.TimestampTz, row => row.Placed.Market?.Until.ToUniversalTime() },
        { "market_cost", NpgsqlDbType.Bigint, row => row.Placed.Market?.Shared.Amount },
        { "asked_share", NpgsqlDbType.Bigint, row => row.AskedShare?.Amount },
        { "at_point", NpgsqlDbType.Boolean, row => row.IsAtPoint },
    };

    protected override OrderRow? Evolve(OrderRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version, IsHelped = changed.IsHelped || recorded.Metadata.OnBehalfOf is not null }
        : null;

    private static OrderRow? Change(OrderRow? row, object happened) => happened switch
    {
        OrderPlaced e => new(e) { Status = e.AwaitsQuote ? OrderStatus.AwaitingQuote : OrderStatus.Placed },
        DeliveryQuoted e => row! with { Status = OrderStatus.Quoted, Quote = (e.Fee, e.How), AnswerBy = e.AgreeBy, TouchedAt = e.At },
        DeliveryQuoteAgreed e => row! with { Status = OrderStatus.Accepted, Fee = e.Fee, Total = e.Total, TouchedAt = e.At },
        OrderAccepted e => row! with { Status = OrderStatus.Accepted, TouchedAt = e.At },
        OrderRejected e => Ended(row!, OrderStatus.Rejected, e.At) with { Reason = e.Reason },
        OrderReadied e => row! with { Status = OrderStatus.Ready, TouchedAt = e.At },
        OrderShipped e => row! with { Status = OrderStatus.Shipped, DueAt = e.ArriveBy, TouchedAt = e.At },
        OrderArrived e => row! with { Status = OrderStatus.Delivered, DueAt = e.ComplainBy, TouchedAt = e.At },
        UniqueCodeGiven e => row! with { Code = e, IsCodeOpen = true },
        PaymentReceivedStated e => Paid(row!, e.Total) with { Refund = row!.Status.CameToNothing ? RefundState.Owed : null },
        CardPaymentConfirmed e => Paid(row!, e.Amount) with { IsPaidByCard = true },
        MarketShareChanged { AgreeBy: { } by } e => row! with { AskedShare = e.Share, DueAt = by },
        MarketShareChanged e => Shared(row!, e.Share, e.Total),
        MarketShareAgreed e => Shared(row!, e.Share, e.Total),
        OrderHandedOverAtPoint e => row! with { Status = OrderStatus.Delivered, IsAtPoint = true, IsHelped = true, DueAt = e.ConfirmBy, TouchedAt = e.At },
        CardPaymentCameLate e => row! with { OwedCards = [.. row.OwedCards, e.Session] },
        CardPaymentMismatched e => row! with { OwedCards = [.. row.OwedCards, e.Session] },
        CardRefundMade e => row!.OwedCards.Contains(e.Session)
            ? row with { OwedCards = [.. row.OwedCards.Where(session => session != e.Session)] }
            : row with { Refund = RefundState.ByCard, TouchedAt = e.At },
        RefundStated e => row! with { Refund = RefundState.Stated, RefundHow = e.How, TouchedAt = e.At },
        RefundReceivedStated e => row! with { Refund = RefundState.Received, TouchedAt = e.At },
        RefundMissingStated e => row! with { Refund = RefundState.Missing, TouchedAt = e.At },
        OrderCompleted e => row! with { Status = OrderStatus.Completed, IsCodeOpen = false, DueAt = null, TouchedAt = e.At },
        OrderCancelled e => Ended(row!, OrderStatus.Cancelled, e.At),
        OrderReturned e => Ended(row!, OrderStatus.Returned, e.At),
        OrderExpired e => Ended(row!, OrderStatus.Expired, e.At),
        _ => Hear(row, happened),
    };

    private static OrderRow? Hear(OrderRow? row, object happened) => happened switch
    {
        ComplaintMade e => row! with
        {
            Complaint = (ComplaintStage.Open, e.Kind, e.At),
            Status = e.IsLate ? row.Status : OrderStatus.Disputed,
            TouchedAt = e.IsLate ? row.TouchedAt : e.At,
            DueAt = e.AnswerBy,
        },
        ComplaintAnswered { ReplyBy: { } by } => Move(row!, ComplaintStage.Answered) with { DueAt = by },
        ComplaintEscalated e => Move(row!, ComplaintStage.Escalated) with { DueAt = e.EndBy, EscalatedAt = e.At },
        ComplaintProposed => Move(row!, ComplaintStage.Proposed),
        ComplaintSettled => Move(row!, ComplaintStage.Settled) with { DueAt = null },
        ComplaintDecided => Move(row!, ComplaintStage.Decided) with { DueAt = null },
        _ => row,
    };

    private static OrderRow Move(OrderRow row, ComplaintStage stage) =>
        row with { Complaint = (stage, row.Complaint!.Value.Kind, row.Complaint.Value.At) };

    private static OrderRow Ended(OrderRow row, OrderStatus status, DateTimeOffset at) =>
        row with { Status = status, Refund = row.IsPaid ? RefundState.Owed : null, IsCodeOpen = false, DueAt = null, TouchedAt = at };

    // A code was for the amount that was; the next one follows in the same commit.
    private static OrderRow Shared(OrderRow row, Rupiah share, Rupiah total) =>
        row with { Fee = share, Total = total, Code = null, IsCodeOpen = false, AskedShare = null, DueAt = null };

    // What was paid stays at what was paid.
    private static OrderRow Paid(OrderRow row, Rupiah received)
    {
        var paid = row with { IsPaid = true, Received = received, IsCodeOpen = false };
        return row.AskedShare is null || row.Status.CameToNothing ? paid : paid with { AskedShare = null, DueAt = null };
    }

    private static OrderedLine[] Lines(OrderRow row) =>
        [.. row.Placed.Lines.Select(line => new OrderedLine(line.Product.Value, line.Name, line.Unit, line.Quantity, line.Price.Amount))];
}

/// <summary>How an order's lines are kept in their column.</summary>
[JsonSerializable(typeof(OrderedLine[]))]
internal sealed partial class OrderJson : JsonSerializerContext;
