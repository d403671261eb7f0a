using System.Collections.Immutable;
using System.Diagnostics;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Stocks;

public enum RemovalReason { Spoiled, Sample, SoldElsewhere, Miscounted, PassedOn }

/// <summary>What a seller writes into the ledger: goods that came, goods that went. Counting anew is a movement of its own.</summary>
public enum MovementKind { Harvest, SoldOutside, Damage, Sample }

/// <summary>The pieces of one product: on the shelf, and of those how many are promised to open orders.</summary>
public sealed record Stock(Id<Product> Product) : IAggregate<Stock, StockEvent>
{
    private const byte Mark = 0x5A;

    public int OnHand { get; init; }

    /// <summary>What each open order has taken. Orders that were handed over or let go are gone from it.</summary>
    public ImmutableSortedDictionary<Guid, int> Reserved { get; init; } = ImmutableSortedDictionary<Guid, int>.Empty;

    public int Available => OnHand - Reserved.Values.Sum();

    /// <summary>A product's stock is a stream of its own beside the product's: this is its id.</summary>
    public static Id<Stock> Of(Id<Product> product) => new(Twin.Of(product.Value, Mark));

    /// <summary>The product whose stock this is.</summary>
    public static Id<Product> ProductOf(Id<Stock> stock) => new(Twin.Of(stock.Value, Mark));

    public static Decision<StockEvent> Open(Id<Product> product, DateTimeOffset now) => [new StockOpened(product, now)];

    public Decision<StockEvent> Receive(int quantity, DateTimeOffset now) =>
        quantity <= 0 ? StockRefusals.NotPositive
        : OnHand > Limits.Stock - quantity ? StockRefusals.TooMany
        : [new StockReceived(quantity, now)];

    public Decision<StockEvent> Remove(int quantity, RemovalReason reason, DateTimeOffset now) =>
        quantity <= 0 ? StockRefusals.NotPositive
        : quantity > Available ? StockRefusals.Left(Available)
        : [new StockRemoved(quantity, reason, now)];

    /// <summary>Goods came or went other than by an order.</summary>
    /// <param name="quantity">How many; above zero in either direction.</param>
    public Decision<StockEvent> Move(MovementKind kind, int quantity, string remark, DateTimeOffset now) =>
        remark.Trim().Length > Limits.Remark ? StockRefusals.RemarkLength
        : quantity <= 0 ? StockRefusals.NotPositive
        : kind == MovementKind.Harvest
            ? OnHand > Limits.Stock - quantity ? StockRefusals.TooMany : [new StockMoved(kind, quantity, remark.Trim(), now)]
        : quantity > Available ? StockRefusals.Left(Available)
        : [new StockMoved(kind, -quantity, remark.Trim(), now)];

    /// <summary>Somebody counted: that many lie on the shelf, those promised to open orders among them.</summary>
    public Decision<StockEvent> Count(int count, string remark, DateTimeOffset now) =>
        remark.Trim().Length > Limits.Remark ? StockRefusals.RemarkLength
        : count is < 0 or > Limits.Stock ? StockRefusals.BadCount
        : count == OnHand ? []
        : count < OnHand - Available ? StockRefusals.Promised(OnHand - Available)
        : [new StockCounted(count, count - OnHand, remark.Trim(), now)];

    public Decision<StockEvent> Reserve(Id<Order> order, int quantity, DateTimeOffset now) =>
        quantity <= 0 ? StockRefusals.NotPositive
        : Reserved.ContainsKey(order.Value) ? []
        : quantity > Available ? StockRefusals.Left(Available)
        : [new StockReserved(order, quantity, now)];

    public Decision<StockEvent> Release(Id<Order> order, DateTimeOffset now) =>
        Reserved.TryGetValue(order.Value, out var quantity) ? [new StockReleased(order, quantity, now)] : [];

    public Decision<StockEvent> Issue(Id<Order> order, DateTimeOffset now) =>
        Reserved.TryGetValue(order.Value, out var quantity) ? [new StockIssued(order, quantity, now)] : [];

    public static Stock Evolve(Stock? state, StockEvent happened) => (state, happened) switch
    {
        (null, StockOpened e) => new(e.Product),
        (not null, StockReceived e) => state with { OnHand = state.OnHand + e.Quantity },
        (not null, StockRemoved e) => state with { OnHand = state.OnHand - e.Quantity },
        (not null, StockMoved e) => state with { OnHand = state.OnHand + e.Change },
        (not null, StockCounted e) => state with { OnHand = state.OnHand + e.Change },
        (not null, StockReserved e) => state with { Reserved = state.Reserved.SetItem(e.Order.Value, e.Quantity) },
        (not null, StockReleased e) => state with { Reserved = state.Reserved.Remove(e.Order.Value) },
        (not null, StockIssued e) => state with
        {
            OnHand = state.OnHand - e.Quantity,
            Reserved = state.Reserved.Remove(e.Order.Value),
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "stock")}."),
    };
}
