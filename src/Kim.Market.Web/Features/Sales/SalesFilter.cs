using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Sales;

/// <summary>Which orders stand behind a number of the report.</summary>
/// <param name="Product">Only those with this product; then only its own lines are worth something.</param>
/// <param name="Area">Only those handed over this way or there.</param>
/// <param name="Help">Only those somebody of the KIM helped with, or only those nobody did.</param>
/// <param name="HaveFailed">Those that came to nothing instead of the completed ones.</param>
public sealed record SalesFilter(ReportPeriod Period, Guid? Product = null, string? Area = null, string? Help = null, bool HaveFailed = false)
{
    public const string Fetched = "ambil";
    public const string Delivered = "antar";
    public const string Helped = "dibantu";
    public const string Alone = "sendiri";

    /// <summary>Where an order's buyer is, as its row knows it: fetched, the place whose delivery price was paid, or brought somewhere; never guessed.</summary>
    public static SqlPart AreaOf { get; } = SqlPart.Of(
        $"case when o.handover = {(short)Handover.Delivery} then coalesce(o.tariff, {Delivered}) else {Fetched} end");

    /// <summary>Whether this is an area that the report can speak of.</summary>
    public static bool IsArea(string area) => area is Fetched or Delivered || RegionCode.TryParse(area, null, out _);

    /// <summary>The ends of orders that are counted.</summary>
    public short[] Ends => HaveFailed
        ? [(short)OrderStatus.Rejected, (short)OrderStatus.Cancelled, (short)OrderStatus.Expired, (short)OrderStatus.Returned]
        : [(short)OrderStatus.Completed];

    /// <summary>As addresses name it.</summary>
    public string Query => Period.Query
        + (Product is { } product ? $"&produk={product:N}" : "")
        + (Area is null ? "" : $"&cara={Area}")
        + (Help is null ? "" : $"&bantuan={Help}")
        + (HaveFailed ? "&gagal=true" : "");
}
