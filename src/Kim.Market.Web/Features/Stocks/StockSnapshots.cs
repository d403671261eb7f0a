using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;

namespace Kim.Market.Web.Features.Stocks;

/// <summary>A good seller's stock moves thousands of times; a snapshot now and then keeps reading it one short step.</summary>
public static class StockSnapshots
{
    /// <summary>Raise the version when <see cref="Stock"/> changes shape: old snapshots are then simply not found.</summary>
    public static SnapshotKind<Stock> Kind { get; } = new("stock", 1, EventJson.Default.Stock);

    /// <summary>So many events after the last snapshot the next one is taken.</summary>
    public const int Every = 64;
}
