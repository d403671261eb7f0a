using Kim.Market.Web.Features.Harvests;

namespace Kim.Market.Web.Features.Orders;

/// <summary>An order this browser holds the key to.</summary>
public sealed record OwnOrder(KnownOrder Order, string Token)
{
    /// <summary>What the key could order once more from the list; null where the order's own page offers it.</summary>
    public Guid? Again { get; init; }
}

/// <summary>/pesanan: the orders made in this browser, or where else to look.</summary>
[OpenTo(Audience.Everyone, What = "Menanyakan cara membuka pesanan"), PrivatePage]
public sealed class IndexModel(BuyerOrders orders, HarvestBook harvests) : MarketPage
{
    public IReadOnlyList<OwnOrder> Orders { get; private set; } = [];

    /// <summary>Places in lines for harvests that are no order yet, each with its key.</summary>
    public IReadOnlyList<(KnownPlace Place, string Token)> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tokens = OrderKeys.Read(HttpContext);
        var known = await orders.KnownAsync(tokens, ct);
        var lines = await harvests.KnownAsync(tokens, ct);
        Places = [.. lines.Select(place => (place, tokens.First(token => OrderTokens.HashOf(token).AsSpan().SequenceEqual(place.Hash))))];
        Orders = [.. known.Select(order => new OwnOrder(order, tokens.First(token => OrderTokens.HashOf(token).AsSpan().SequenceEqual(order.Hash))))];
    }
}
