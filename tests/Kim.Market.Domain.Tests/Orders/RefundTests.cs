using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

public class RefundTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Rupiah Total = new(50_000);
    private static readonly OrderPlaced Placed = (OrderPlaced)Domain.Orders.Order.Place(
        Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
        [new OrderLine(Id<Product>.New(), "Amplang Ikan Nila 250 g", "bungkus", 2, new(25_000))], Handover.Pickup, null, Noon)[0];

    private static readonly OrderAccepted Accepted = new(Noon);
    private static readonly PaymentReceivedStated Paid = new(Total, Noon);
    private static readonly OrderRejected Rejected = new(RejectionReason.OutOfStock, Noon);
    private static readonly RefundStated Stated = new(Total, "transfer BRI sore ini", Noon);
    private static readonly RefundMissingStated Missing = new(Noon);
    private static readonly RefundReceivedStated Received = new(Total, Noon);

    [Fact]
    public void Money_is_owed_back_once_a_paid_order_comes_to_nothing()
    {
        Assert.Null(Order(Accepted, Paid).Refund);
        Assert.Null(Order(Accepted, Rejected).Refund);
        Assert.Equal(RefundState.Owed, Order(Accepted, Paid, Rejected).Refund);
        Assert.Null(Order(Accepted, Paid, new OrderReadied(Noon), new OrderHandedOver(Noon), new OrderCompleted(Total, Noon)).Refund);
    }

    [Fact]
    public void What_a_complaint_gave_back_is_owed_too()
    {
        Assert.Equal(RefundState.Owed, Order(Accepted, Paid, new OrderReturned(Noon)).Refund);
        Assert.Equal(RefundState.Owed, Order(Accepted, new OrderReturned(Noon), Paid).Refund);
        Assert.Null(Order(Accepted, new OrderReturned(Noon)).Refund);
    }

    [Fact]
    public void The_seller_states_that_it_went_back_and_the_buyer_has_the_last_word()
    {
        Order(Accepted, Paid, Rejected).StateRefund(" transfer BRI sore ini ", Noon).Then(Stated);
        Assert.Equal(RefundState.Stated, Order(Accepted, Paid, Rejected, Stated).Refund);
        Order(Accepted, Paid, Rejected, Stated).ConfirmRefund(Noon).Then(Received);
        Order(Accepted, Paid, Rejected, Stated, Received).ConfirmRefund(Noon).Then();
        Order(Accepted, Paid, Rejected, Stated, Received).StateRefund("tunai", Noon).Then();
        Order(Accepted, Paid, Rejected, Stated, Received).MissRefund(Noon).ThenRefused(OrderRefusals.RefundReceivedAlready);
    }

    [Fact]
    public void What_the_buyer_misses_the_seller_states_anew()
    {
        Order(Accepted, Paid, Rejected, Stated).MissRefund(Noon).Then(Missing);
        Order(Accepted, Paid, Rejected, Stated, Missing).MissRefund(Noon).Then();
        Order(Accepted, Paid, Rejected, Stated, Missing).StateRefund(Stated.How, Noon).Then(Stated);
        Order(Accepted, Paid, Rejected, Stated, Missing).ConfirmRefund(Noon).Then(Received);
    }

    [Fact]
    public void A_buyer_may_find_the_money_before_the_seller_says_a_word_and_misses_nothing_that_nobody_sent()
    {
        Order(Accepted, Paid, Rejected).ConfirmRefund(Noon).Then(Received);
        Order(Accepted, Paid, Rejected).MissRefund(Noon).ThenRefused(OrderRefusals.RefundNotStated);
    }

    [Fact]
    public void Said_twice_it_is_said_once_and_said_otherwise_it_waits_for_the_buyer()
    {
        Order(Accepted, Paid, Rejected, Stated).StateRefund(Stated.How, Noon).Then();
        Order(Accepted, Paid, Rejected, Stated).StateRefund("tunai di lapak", Noon).ThenRefused(OrderRefusals.RefundStatedAlready);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void How_has_to_be_said(string how) => Order(Accepted, Paid, Rejected).StateRefund(how, Noon).ThenRefused(OrderRefusals.RefundHow);

    [Fact]
    public void How_is_read_by_others_and_holds_nobody_s_account()
    {
        Order(Accepted, Paid, Rejected).StateRefund("ke rekening 1234 5678 90", Noon).ThenRefused(OrderRefusals.RefundHowHoldsNumber);
        Order(Accepted, Paid, Rejected).StateRefund(new string('a', Limits.Place + 1), Noon).ThenRefused(OrderRefusals.RefundHow);
    }

    [Fact]
    public void Where_nothing_was_paid_or_all_went_well_nothing_goes_back()
    {
        foreach (var history in new OrderEvent[][] { [], [Accepted], [Accepted, Paid], [Accepted, Rejected], [new OrderCancelled(Noon)] })
        {
            Order(history).StateRefund("tunai", Noon).ThenRefused(OrderRefusals.NothingToRefund);
            Order(history).ConfirmRefund(Noon).ThenRefused(OrderRefusals.NothingToRefund);
            Order(history).MissRefund(Noon).ThenRefused(OrderRefusals.NothingToRefund);
        }
    }

    [Fact]
    public void Money_that_turns_up_after_the_end_has_to_go_back()
    {
        Order(Accepted, Rejected).StatePaid(Noon).Then(Paid);
        Assert.Equal(RefundState.Owed, Order(Accepted, Rejected, Paid).Refund);
        Order(Accepted, Rejected, Paid).StatePaid(Noon).Then();
        Order(Rejected).StatePaid(Noon).ThenRefused(OrderRefusals.OverRejected);
    }

    /// <summary>Whatever the two say in whatever order: the money is owed, once, or it is not; and asking again changes nothing.</summary>
    [Fact]
    public void In_any_order_of_words_what_was_said_last_holds()
    {
        Func<Order, Decision<OrderEvent>>[] words =
        [
            order => order.Accept(Noon), order => order.StatePaid(Noon), order => order.Reject(RejectionReason.Other, Noon), order => order.Cancel(Noon),
            order => order.MakeReady(Noon), order => order.HandOver(Noon), order => order.StateRefund("tunai", Noon), order => order.ConfirmRefund(Noon),
            order => order.MissRefund(Noon), order => order.Expire(Noon.AddDays(3)),
        ];
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), said =>
        {
            var order = Order();
            foreach (var word in said.Select(each => words[each % words.Length]))
            {
                order = word(order).Aggregate(order, Domain.Orders.Order.Evolve);
                Assert.Empty(word(order));
                var isOver = order.Status is OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired;
                Assert.Equal(order.IsPaid && isOver, order.Refund is not null);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static Order Order(params OrderEvent[] after) => Given.History<Order, OrderEvent>([Placed, .. after]);
}
