
namespace Kim.Market.Web.Features.Orders;

/// <summary>An order this browser holds the key to.</summary>
public sealed record OwnOrder(KnownOrder Order, string Token);

/// <summary>/pesanan: the orders made in this browser, or where else to look.</summary>
[OpenTo(Audience.Everyone, What = "Menanyakan cara membuka pesanan"), PrivatePage]
public sealed class IndexModel(BuyerOrders orders) : MarketPage
{
    public IReadOnlyList<OwnOrder> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tokens = OrderKeys.Read(HttpContext);
        var known = await orders.KnownAsync(tokens, ct);
        Orders = [.. known.Select(order => new OwnOrder(order, tokens.First(token => OrderTokens.HashOf(token).AsSpan().SequenceEqual(order.Hash))))];
    }
}
