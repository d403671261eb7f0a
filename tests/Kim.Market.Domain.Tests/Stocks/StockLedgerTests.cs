using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;

namespace Kim.Market.Domain.Tests.Stocks;

public class StockLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Order> Order = Id<Order>.New();

    private static readonly StockEvent[] History =
    [
        new StockOpened(Id<Product>.New(), Noon),
        new StockReceived(10, Noon),
        new StockMoved(MovementKind.Damage, -2, "kena hujan", Noon.AddDays(1)),
        new StockReserved(Order, 3, Noon.AddDays(1)),
        new StockIssued(Order, 3, Noon.AddDays(2)),
        new StockRemoved(1, RemovalReason.SoldElsewhere, Noon.AddDays(2)),
        new StockCounted(6, 2, "", Noon.AddDays(3)),
    ];

    [Fact]
    public void Every_movement_is_a_line_with_what_was_left() => Assert.Equal(
        [
            new(LedgerKind.Harvest, 10, 10, "", Noon),
            new(LedgerKind.Damage, -2, 8, "kena hujan", Noon.AddDays(1)),
            new(LedgerKind.SoldHere, -3, 5, "", Noon.AddDays(2)),
            new(LedgerKind.SoldOutside, -1, 4, "", Noon.AddDays(2)),
            new(LedgerKind.Count, 2, 6, "", Noon.AddDays(3)),
        ],
        StockLedger.UpTo(6, History));

    [Fact]
    public void The_first_line_begins_with_an_empty_shelf() =>
        Assert.Equal(10, StockLedger.UpTo(Given.History<Stock, StockEvent>(History).OnHand, History)[0].Balance);

    [Fact]
    public void The_last_lines_are_told_without_the_others() =>
        Assert.Equal(StockLedger.UpTo(6, History).TakeLast(2), StockLedger.UpTo(6, History[^2..]));
}
