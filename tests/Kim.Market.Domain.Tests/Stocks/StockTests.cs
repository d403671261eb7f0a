using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;

namespace Kim.Market.Domain.Tests.Stocks;

public class StockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Product> Amplang = Id<Product>.New();
    private static readonly Id<Order> One = Id<Order>.New();
    private static readonly Id<Order> Other = Id<Order>.New();

    [Fact]
    public void What_is_reserved_cannot_be_ordered_again() =>
        Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon)).Reserve(Other, 3, Noon).ThenRefused(StockRefusals.Left(2));

    [Fact]
    public void The_last_pieces_can_be_ordered() =>
        Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon)).Reserve(Other, 2, Noon).Then(new StockReserved(Other, 2, Noon));

    [Fact]
    public void An_order_reserves_once() =>
        Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon)).Reserve(One, 8, Noon).Then();

    [Fact]
    public void A_released_reservation_can_be_ordered_again() =>
        Assert.Equal(10, Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon), new StockReleased(One, 8, Noon)).Available);

    [Fact]
    public void Handing_over_takes_the_goods_off_the_shelf()
    {
        var stock = Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon), new StockIssued(One, 8, Noon));

        Assert.Equal(2, stock.OnHand);
        Assert.Equal(2, stock.Available);
    }

    [Fact]
    public void Releasing_or_issuing_what_was_not_reserved_does_nothing()
    {
        Stock(new StockReceived(10, Noon)).Release(One, Noon).Then();
        Stock(new StockReceived(10, Noon)).Issue(One, Noon).Then();
    }

    [Theory]
    [InlineData(MovementKind.Harvest, 4)]
    [InlineData(MovementKind.SoldOutside, -4)]
    [InlineData(MovementKind.Damage, -4)]
    [InlineData(MovementKind.Sample, -4)]
    public void A_movement_says_what_kind_it_is_and_which_way_it_went(MovementKind kind, int change) =>
        Stock(new StockReceived(10, Noon)).Move(kind, 4, " pasar malam ", Noon).Then(new StockMoved(kind, change, "pasar malam", Noon));

    [Fact]
    public void No_movement_takes_what_is_promised_or_has_a_long_story()
    {
        var stock = Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon));

        stock.Move(MovementKind.Damage, 3, "", Noon).ThenRefused(StockRefusals.Left(2));
        stock.Move(MovementKind.Damage, 0, "", Noon).ThenRefused(StockRefusals.NotPositive);
        stock.Move(MovementKind.Harvest, Limits.Stock, "", Noon).ThenRefused(StockRefusals.TooMany);
        stock.Move(MovementKind.Harvest, 1, new string('a', Limits.Remark + 1), Noon).ThenRefused(StockRefusals.RemarkLength);
    }

    [Fact]
    public void Counting_anew_records_how_far_off_the_ledger_was()
    {
        var stock = Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon));

        stock.Count(9, "", Noon).Then(new StockCounted(9, -1, "", Noon));
        stock.Count(12, "ketemu dua", Noon).Then(new StockCounted(12, 2, "ketemu dua", Noon));
        stock.Count(10, "", Noon).Then();
        stock.Count(7, "", Noon).ThenRefused(StockRefusals.Promised(8));
        stock.Count(-1, "", Noon).ThenRefused(StockRefusals.BadCount);
    }

    [Fact]
    public void Goods_promised_to_an_order_cannot_be_removed() =>
        Stock(new StockReceived(10, Noon), new StockReserved(One, 8, Noon)).Remove(3, RemovalReason.Spoiled, Noon)
            .ThenRefused(StockRefusals.Left(2));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Quantities_are_positive(int quantity)
    {
        Stock().Receive(quantity, Noon).ThenRefused(StockRefusals.NotPositive);
        Stock().Reserve(One, quantity, Noon).ThenRefused(StockRefusals.NotPositive);
    }

    [Fact]
    public void A_products_stock_and_a_stocks_product_lead_to_each_other()
    {
        var stock = Domain.Stocks.Stock.Of(Amplang);

        Assert.NotEqual(Amplang.Value, stock.Value);
        Assert.Equal(Amplang, Domain.Stocks.Stock.ProductOf(stock));
    }

    [Fact]
    public void Whatever_is_asked_in_whatever_order_stock_never_goes_below_zero_and_adds_up() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(ArbMap.Default.ArbFor<(byte Verb, byte Order, byte Quantity)[]>(), steps =>
            {
                var orders = Enumerable.Range(0, 4).Select(_ => Id<Order>.New()).ToArray();
                var stock = Stock();
                var shelf = 0;
                foreach (var (verb, order, quantity) in steps)
                {
                    var decision = Ask(stock, verb % 7, orders[order % 4], quantity);
                    shelf += decision.Sum(happened => happened switch
                    {
                        StockReceived e => e.Quantity,
                        StockRemoved e => -e.Quantity,
                        StockMoved e => e.Change,
                        StockCounted e => e.Change,
                        StockIssued e => -e.Quantity,
                        _ => 0,
                    });
                    stock = decision.Aggregate(stock, Domain.Stocks.Stock.Evolve);
                    if (stock.Available < 0 || stock.OnHand != shelf || stock.OnHand < stock.Reserved.Values.Sum())
                    {
                        return false;
                    }
                }

                return true;
            }));

    private static Decision<StockEvent> Ask(Stock stock, int verb, Id<Order> order, int quantity) => verb switch
    {
        0 => stock.Receive(quantity, Noon),
        1 => stock.Remove(quantity, RemovalReason.Sample, Noon),
        2 => stock.Reserve(order, quantity, Noon),
        3 => stock.Release(order, Noon),
        4 => stock.Move((MovementKind)(quantity % 4), quantity, "", Noon),
        5 => stock.Count(quantity, "", Noon),
        _ => stock.Issue(order, Noon),
    };

    private static Stock Stock(params StockEvent[] history) =>
        Given.History<Stock, StockEvent>([new StockOpened(Amplang, Noon), .. history]);
}
