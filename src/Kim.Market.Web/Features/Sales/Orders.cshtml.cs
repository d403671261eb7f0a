using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Sales;

/// <summary>/lapak/laporan/{slug}/pesanan: the orders behind a number of the report, each with the events that made it.</summary>
[For(Desk.Seller, BusinessRole.Owner, What = "Membuka angka laporannya sampai ke pesanan"), PrivatePage]
public sealed class OrdersModel(SalesBook book, EventStore store, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "dari")]
    public string? From { get; init; }

    [FromQuery(Name = "sampai")]
    public string? To { get; init; }

    [FromQuery(Name = "produk")]
    public string? Product { get; init; }

    [FromQuery(Name = "cara")]
    public string? Area { get; init; }

    [FromQuery(Name = "bantuan")]
    public string? Help { get; init; }

    [FromQuery(Name = "gagal")]
    public string? Failed { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public SalesShop Shop { get; private set; } = null!;

    public SalesFilter Filter { get; private set; } = null!;

    public SalesSum Sum { get; private set; } = null!;

    public IReadOnlyList<(SoldOrder Order, IReadOnlyList<TimelineItem> Timeline)> Orders { get; private set; } = [];

    public string? Next { get; private set; }

    public string Address => $"~/lapak/laporan/{Shop.Slug}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await book.FindAsync(Me, Slug, now, ct) is not { } shop || Asked(DateFormat.DayIn(now, shop.Zone)) is not { } filter)
        {
            return NotFound();
        }

        (Shop, Filter) = (shop, filter);
        (Sum, var orders) = await book.OrdersAsync(Me, shop, filter, SalesKey.Read(After), ct);
        var told = await store.ReadManyAsync([.. orders.Rows.Select(order => order.OrderId)], ct);
        Orders = [.. orders.Rows.Select(order => (order, OrderTimeline.Of(told[order.OrderId], T)))];
        Next = orders.Next(SalesKey.After) is { } cursor ? $"{Address}/pesanan?{filter.Query}&sesudah={cursor}" : null;
        return Page();
    }

    // Only the report links here: what it never wrote is an address that does not exist.
    private SalesFilter? Asked(DateOnly today)
    {
        var product = Guid.TryParse(Product, out var id) ? id : (Guid?)null;
        return Period(today) is { } period
            && (Product is null || product is not null)
            && (Area is null || SalesFilter.IsArea(Area))
            && Help is null or SalesFilter.Helped or SalesFilter.Alone
                ? new(period, product, Area, Help, Failed is not null)
                : null;
    }

    private ReportPeriod? Period(DateOnly today) =>
        From is null && To is null ? ReportPeriod.ThisYear(today)
        : ReportPeriod.Read(From, today) is { } first && ReportPeriod.Read(To, today) is { } last && first <= last
            && ReportPeriod.Distance(first, last) < ReportPeriod.Longest ? new(first, last)
        : null;
}
