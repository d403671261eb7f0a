using System.Diagnostics.Metrics;

namespace Kim.Market.Web.Caching;

/// <summary>What operators can see of the page cache.</summary>
internal static class PageCacheMeter
{
    private static readonly Meter Meter = new("Kim.Market");

    public static readonly Counter<long> Hits = Meter.CreateCounter<long>(
        "kim.page_cache.hits", description: "Pages sent as they were kept");

    public static readonly Counter<long> Misses = Meter.CreateCounter<long>(
        "kim.page_cache.misses", description: "Pages rendered to be kept");

    public static readonly Counter<long> Dropped = Meter.CreateCounter<long>(
        "kim.page_cache.drops", description: "Pages dropped by events");

    public static readonly UpDownCounter<long> Bytes = Meter.CreateUpDownCounter<long>(
        "kim.page_cache.bytes", unit: "By", description: "Memory the kept pages take");
}
