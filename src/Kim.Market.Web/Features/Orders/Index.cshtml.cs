using Kim.Market.Web.Features.Enquiries;
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
public sealed class IndexModel(BuyerOrders orders, HarvestBook harvests, EnquiryBook enquiries) : MarketPage
{
    public IReadOnlyList<OwnOrder> Orders { get; private set; } = [];

    /// <summary>Places in lines for harvests that are no order yet, each with its key.</summary>
    public IReadOnlyList<(KnownPlace Place, string Token)> Places { get; private set; } = [];

    /// <summary>What was asked of villages from this browser, each with its key.</summary>
    public IReadOnlyList<(KnownEnquiry Enquiry, string Token)> Enquiries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tokens = OrderKeys.Read(HttpContext);
        var known = await orders.KnownAsync(tokens, ct);
        var lines = await harvests.KnownAsync(tokens, ct);
        Places = [.. lines.Select(place => (place, Key(place.Hash)))];
        Enquiries = [.. (await enquiries.KnownAsync(tokens, ct)).Select(enquiry => (enquiry, Key(enquiry.Hash)))];
        Orders = [.. known.Select(order => new OwnOrder(order, Key(order.Hash)))];

        string Key(byte[] hash) => tokens.First(token => OrderTokens.HashOf(token).AsSpan().SequenceEqual(hash));
    }
}
