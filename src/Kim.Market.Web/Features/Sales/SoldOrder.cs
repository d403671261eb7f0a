using System.Text.Json;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Sales;

/// <summary>The stall a report is about, as its head says it.</summary>
/// <param name="Nib">Its licence, where an office has compared it with its paper and it still holds.</param>
public sealed record SalesShop(Guid BusinessId, string Name, string Slug, string Place, string TimeZone, string Kim, DateTime RegisteredAt, string? Nib)
{
    public Zone Zone => Zone.Of(TimeZone);

    /// <summary>The month in which it was registered.</summary>
    public DateOnly Since
    {
        get
        {
            var day = DateFormat.DayIn(RegisteredAt, Zone);
            return new(day.Year, day.Month, 1);
        }
    }
}

/// <summary>What the orders behind a number come to.</summary>
public sealed record SalesSum(int Orders, long Goods, long Fee);

/// <summary>An order behind a number of the report. Nothing of its buyer.</summary>
/// <param name="Worth">Of its goods, or of one product's lines where the number is about that product.</param>
public sealed record SoldOrder(
    Guid OrderId, string Number, short Status, DateTime PlacedAt, DateTime TouchedAt, string Area, string? AreaName, bool Helped, string Lines, long Worth, long Fee)
{
    public OrderStatus State => (OrderStatus)Status;

    public OrderedLine[] Ordered => JsonSerializer.Deserialize(Lines, OrderJson.Default.OrderedLineArray)!;
}

/// <summary>Where a page of orders ended; the next one starts behind it.</summary>
public sealed record SalesKey(DateTime At, Guid OrderId)
{
    /// <summary>Null for a text that is no key: the orders then begin with the newest.</summary>
    public static SalesKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(SoldOrder order) => Cursor.Of(order.TouchedAt, order.OrderId);
}
