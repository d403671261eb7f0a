using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Payments;

namespace Kim.Market.Web.Features.Orders;

/// <summary>A line of an order as its seller sees it: with the photo, and what is left on the shelf beside it.</summary>
public sealed record InboxLine(string Name, string Unit, int Quantity, long Price, string? Photo, int? Left)
{
    [JsonIgnore]
    public Rupiah Total => new Rupiah(Price) * Quantity;
}

/// <summary>An order as its seller sees it.</summary>
public sealed record InboxOrder(
    Guid OrderId, long Version, string Number, Guid BuyerId, string Village, short Handover, string Lines, long Fee, long Total,
    short Status, DateTime PlacedAt, DateTime AnswerBy, DateTime TouchedAt, DateTime? DueAt, short? Complaint, Guid BusinessId, string Business, string? PickupPlace,
    bool Paid, long? Quote, string? QuoteHow, bool TakesQris, bool TakesTransfer, string? Proofs, short? Refund, string? RefundHow, bool PaidByCard,
    DateOnly? MarketDate, DateTime? MarketFrom, long? AskedShare, bool AtPoint, long? Code = null, long? Received = null)
{
    /// <summary>What a transfer would bring, or would have brought before the order ended; null where it has no code.</summary>
    public long? Transfer => Total + Code;

    /// <summary>What has to go back where it came to nothing: as much as came in.</summary>
    public Rupiah Back => new(Received ?? Total);

    /// <summary>It goes to a market day of the KIM.</summary>
    public bool IsForMarket => MarketDate is not null;

    /// <summary>Its buyer has not yet said yes to a share that rose.</summary>
    public bool IsShareAsked => AskedShare is not null && State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready;

    /// <summary>Pictures with which the buyer shows that it is paid.</summary>
    public IReadOnlyList<GivenProof> Given => GivenProof.Read(Proofs);

    public OrderStatus State => (OrderStatus)Status;

    /// <summary>How far money is on its way back; null where none has to go back.</summary>
    public RefundState? Refunding => (RefundState?)Refund;

    public bool IsOpen => State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Disputed || IsUndecided || IsAway;

    /// <summary>A buyer says that something is wrong, and it is not over.</summary>
    public bool IsComplainedOf => (ComplaintStage?)Complaint is { } stage and not (ComplaintStage.Settled or ComplaintStage.Decided);

    /// <summary>Nobody came for it in all that time: the seller may put it back on the shelf.</summary>
    public bool MayGiveUp(DateTimeOffset now) => State == OrderStatus.Ready && now - TouchedAt > Order.FetchTime;

    /// <summary>The goods travel, or have arrived and are being looked at.</summary>
    public bool IsAway => State is OrderStatus.Shipped or OrderStatus.Delivered;

    /// <summary>What was accepted should be packed by now.</summary>
    public bool IsLate(DateTimeOffset now) => State == OrderStatus.Accepted && now - TouchedAt > Order.MakingTime;

    /// <summary>What delivery costs is not agreed yet.</summary>
    public bool IsUndecided => State is OrderStatus.AwaitingQuote or OrderStatus.Quoted;

    public bool IsDelivered => (Handover)Handover == Domain.Orders.Handover.Delivery;

    public InboxLine[] Ordered => JsonSerializer.Deserialize(Lines, InboxJson.Default.InboxLineArray)!;
}

/// <summary>Where a page of the inbox ended; the next one starts behind it.</summary>
public sealed record InboxKey(DateTime PlacedAt, Guid OrderId)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PlacedAt.Ticks}-{OrderId:N}");

    /// <summary>Null for a text that no page ever gave out.</summary>
    public static InboxKey? Of(string? text) =>
        text?.Split('-') is [var ticks, var order]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(order, "N", out var id)
            ? new(new DateTime(at, DateTimeKind.Utc), id)
            : null;
}

/// <summary>How the lines of an order come out of the inbox query.</summary>
[JsonSerializable(typeof(InboxLine[]))]
internal sealed partial class InboxJson : JsonSerializerContext;
