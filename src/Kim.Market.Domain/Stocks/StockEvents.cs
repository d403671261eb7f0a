using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Stocks;

/// <summary>Every movement of a product's stock. The type names are stored: rename one and history is lost.</summary>
public abstract record StockEvent
{
    private protected StockEvent() { }
}

public sealed record StockOpened(Id<Product> Product, DateTimeOffset At) : StockEvent;

/// <summary>Goods came in: a harvest, a frying day, a finished basket.</summary>
public sealed record StockReceived(int Quantity, DateTimeOffset At) : StockEvent;

/// <summary>Goods went out other than by an order: spoiled, given away, sold at the market.</summary>
public sealed record StockRemoved(int Quantity, RemovalReason Reason, DateTimeOffset At) : StockEvent;

/// <summary>Goods came or went other than by an order, with a word on why.</summary>
/// <param name="Change">Below zero for what went out.</param>
public sealed record StockMoved(MovementKind Kind, int Change, string Remark, DateTimeOffset At) : StockEvent;

/// <summary>Somebody counted the shelf.</summary>
/// <param name="Count">What lay there.</param>
/// <param name="Change">How far that was from what the ledger said.</param>
public sealed record StockCounted(int Count, int Change, string Remark, DateTimeOffset At) : StockEvent;

public sealed record StockReserved(Id<Order> Order, int Quantity, DateTimeOffset At) : StockEvent;

/// <summary>An order let go of what it had taken: rejected, cancelled or expired.</summary>
public sealed record StockReleased(Id<Order> Order, int Quantity, DateTimeOffset At) : StockEvent;

/// <summary>An order's goods were handed over: they leave both the shelf and the reservation.</summary>
public sealed record StockIssued(Id<Order> Order, int Quantity, DateTimeOffset At) : StockEvent;
