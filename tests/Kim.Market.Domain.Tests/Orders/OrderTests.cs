using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

public class OrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Order> Id = Id<Order>.New();
    private static readonly OrderLine Amplang = new(Id<Product>.New(), "Amplang Ikan Nila 250 g", "bungkus", 2, new(25_000));
    private static readonly OrderLine Sambal = new(Id<Product>.New(), "Sambal Raja 150 g", "toples", 1, new(30_000));
    private static readonly OrderPlaced Placed = (OrderPlaced)Place([Amplang, Sambal], Handover.Delivery, new Rupiah(12_000))[0];
    private static readonly OrderAccepted Accepted = new(Noon);
    private static readonly OrderReadied Readied = new(Noon);
    private static readonly PaymentReceivedStated Paid = new(new(92_000), Noon);
    private static readonly OrderHandedOver HandedOver = new(Noon);
    private static readonly OrderCompleted Completed = new(new(92_000), Noon);

    public static TheoryData<string> Verbs => ["accept", "reject", "ready", "hand over", "cancel", "expire"];

    [Fact]
    public void An_order_costs_its_goods_and_its_delivery_and_nothing_else()
    {
        Assert.Equal(new Rupiah(80_000), Placed.Goods);
        Assert.Equal(new Rupiah(12_000), Placed.DeliveryFee);
        Assert.Equal(new Rupiah(92_000), Placed.Total);
    }

    [Fact]
    public void Picking_up_costs_no_delivery() =>
        Assert.Equal(Rupiah.Zero, ((OrderPlaced)Place([Amplang], Handover.Pickup, new Rupiah(12_000))[0]).DeliveryFee);

    [Fact]
    public void A_seller_has_a_day_to_answer() => Assert.Equal(Noon.AddHours(24), Placed.AnswerBy);

    [Fact]
    public void An_order_needs_a_line() => Place([], Handover.Pickup, null).ThenRefused(OrderRefusals.LineCount);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_quantity_outside_the_limits_is_refused(int quantity) =>
        Place([Amplang with { Quantity = quantity }], Handover.Pickup, null).ThenRefused(OrderRefusals.Quantity);

    [Fact]
    public void The_same_product_twice_is_refused_because_its_stock_would_be_taken_once() =>
        Place([Amplang, Amplang], Handover.Pickup, null).ThenRefused(OrderRefusals.SameProductTwice);

    [Fact]
    public void A_seller_without_delivery_cannot_be_asked_to_deliver() =>
        Place([Amplang], Handover.Delivery, null).ThenRefused(OrderRefusals.NoDelivery);

    [Fact]
    public void A_placed_order_can_be_accepted() => Order().Accept(Noon).Then(Accepted);

    [Fact]
    public void A_placed_order_can_be_rejected_with_a_reason() =>
        Order().Reject(RejectionReason.OutOfStock, Noon).Then(new OrderRejected(RejectionReason.OutOfStock, Noon));

    [Fact]
    public void What_is_packed_is_no_longer_rejected() =>
        Order(Accepted, Readied).Reject(RejectionReason.Closed, Noon).ThenRefused(OrderRefusals.AlreadyReady);

    [Fact]
    public void An_order_is_accepted_before_it_is_packed() => Order().MakeReady(Noon).ThenRefused(OrderRefusals.NotAccepted);

    [Fact]
    public void An_accepted_order_becomes_ready() => Order(Accepted).MakeReady(Noon).Then(Readied);

    [Fact]
    public void An_order_is_packed_before_it_is_handed_over() => Order(Accepted).HandOver(Noon).ThenRefused(OrderRefusals.NotReady);

    [Fact]
    public void A_seller_states_once_that_the_money_is_there()
    {
        Order(Accepted).StatePaid(Noon).Then(Paid);
        Order(Accepted, Readied).StatePaid(Noon).Then(Paid);
        Order(Accepted, Paid).StatePaid(Noon).Then();
    }

    [Fact]
    public void Nobody_pays_before_the_seller_has_accepted_or_after_the_end()
    {
        Order().StatePaid(Noon).ThenRefused(OrderRefusals.NotAccepted);
        Order(new OrderCancelled(Noon)).StatePaid(Noon).ThenRefused(OrderRefusals.OverCancelled);
        Order(Accepted, Readied, HandedOver, Completed).StatePaid(Noon).Then();
    }

    [Fact]
    public void Paid_before_or_at_the_door_an_order_is_completed_alike() =>
        Order(Accepted, Paid, Readied).HandOver(Noon).Then(HandedOver, Completed);

    [Fact]
    public void Handing_over_completes_the_order_at_the_agreed_total() =>
        Order(Accepted, Readied).HandOver(Noon).Then(HandedOver, Completed);

    [Fact]
    public void A_buyer_may_cancel_until_the_seller_has_answered()
    {
        Order().Cancel(Noon).Then(new OrderCancelled(Noon));
        Order(Accepted).Cancel(Noon).ThenRefused(OrderRefusals.AlreadyAccepted);
    }

    [Theory]
    [InlineData(86_399, false)]
    [InlineData(86_400, true)]
    public void Silence_ends_an_order_after_a_day_to_the_second(int seconds, bool ends)
    {
        var now = Noon.AddSeconds(seconds);
        var decision = Order().Expire(now);

        if (ends)
        {
            decision.Then(new OrderExpired(now));
        }
        else
        {
            decision.ThenRefused(OrderRefusals.NotDue);
        }
    }

    [Fact]
    public void An_accepted_order_never_expires() =>
        Assert.Empty(Order(Accepted).Expire(Noon.AddYears(1)));

    [Theory, MemberData(nameof(Verbs))]
    public void Nothing_moves_a_completed_order(string verb) =>
        Assert.Empty(Ask(Order(Accepted, Readied, HandedOver, Completed), verb));

    [Theory, MemberData(nameof(Verbs))]
    public void Asking_twice_makes_no_second_event(string verb)
    {
        foreach (var history in new OrderEvent[][] { [], [Accepted], [Accepted, Readied] })
        {
            var order = Order(history);
            var after = Ask(order, verb).Aggregate(order, Domain.Orders.Order.Evolve);
            if (after != order)
            {
                Assert.Empty(Ask(after, verb));
            }
        }
    }

    [Fact]
    public void Only_open_orders_hold_stock()
    {
        Assert.True(Order().IsOpen);
        Assert.True(Order(Accepted, Readied).IsOpen);
        Assert.False(Order(new OrderRejected(RejectionReason.Other, Noon)).IsOpen);
        Assert.False(Order(new OrderExpired(Noon)).IsOpen);
        Assert.False(Order(Accepted, Readied, HandedOver, Completed).IsOpen);
    }

    [Fact]
    public void A_number_is_the_same_for_the_same_order_and_easy_to_say()
    {
        Assert.Equal(OrderNumber.Of(Id, Noon), OrderNumber.Of(Id, Noon));
        Assert.Matches("^PK-2603-[0-9A-HJKMNP-TV-Z]{6}$", OrderNumber.Of(Id, Noon));
    }

    private static Decision<OrderEvent> Ask(Order order, string verb) => verb switch
    {
        "accept" => order.Accept(Noon),
        "reject" => order.Reject(RejectionReason.Other, Noon),
        "ready" => order.MakeReady(Noon),
        "hand over" => order.HandOver(Noon),
        "cancel" => order.Cancel(Noon),
        _ => order.Expire(Noon.AddDays(2)),
    };

    private static Order Order(params OrderEvent[] history) => Given.History<Order, OrderEvent>([Placed, .. history]);

    private static Decision<OrderEvent> Place(OrderLine[] lines, Handover handover, Rupiah? fee) => Domain.Orders.Order.Place(
        Id, "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(),
        RegionCode.Parse("64.02.15.1004"), lines, handover, fee, Noon);
}
