using Kim.Market.Domain.Orders;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Orders;

/// <summary>The state of an order in a word or two, with the tone of its dot.</summary>
public sealed record StatusTag(string Text, string Tone)
{
    public static StatusTag Of(OrderStatus status, bool isDelivered, Words words) => new(
        status == OrderStatus.Ready ? isDelivered ? words["Siap diantar"] : words["Siap diambil"] : words.Of(status),
        status switch
        {
            OrderStatus.Placed or OrderStatus.AwaitingQuote or OrderStatus.Quoted or OrderStatus.Disputed => "warn",
            OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Completed => "good",
            OrderStatus.Rejected => "bad",
            _ => "idle",
        });
}
