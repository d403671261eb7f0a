using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

public class JourneyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrderLine Amplang = new(Id<Product>.New(), "Amplang Ikan Nila 250 g", "bungkus", 2, new(25_000));
    private static readonly OrderShipped Sent = new("Titip speedboat", "JX3301245567", Noon.AddDays(7), Noon);
    private static readonly OrderArrived Arrived = new(ArrivalWord.Seller, Noon.AddHours(48), Noon);

    [Fact]
    public void What_is_ready_leaves_with_a_word_and_a_number()
    {
        Ready().Ship(" Titip speedboat ", "jx33-0124 5567", Noon).Then(Sent);
        Ready().Ship("", null, Noon).Then(Sent with { How = "", Bill = null });
        Ready(Sent).Ship("Titip speedboat", "JX3301245567", Noon.AddHours(1)).Then();
        Ready(Sent).Ship("Kurir lain", null, Noon).ThenRefused(OrderRefusals.AlreadyShipped);
        Assert.Equal(OrderStatus.Shipped, Ready(Sent).Status);
        Assert.True(Ready(Sent).IsOpen);
    }

    [Theory]
    [InlineData("081234567890")]
    [InlineData("+62 812-3456-7890")]
    [InlineData("JX-1")]
    [InlineData("JX330124556<b>")]
    public void A_parcel_number_is_nobodys_telephone(string bill) => Ready().Ship("", bill, Noon).ThenRefused(OrderRefusals.BadBill);

    [Fact]
    public void Only_what_is_ready_and_to_be_brought_is_sent()
    {
        Given.History<Order, OrderEvent>(Placed(Handover.Pickup), new OrderAccepted(Noon), new OrderReadied(Noon))
            .Ship("", null, Noon).ThenRefused(OrderRefusals.FetchedByBuyer);
        Given.History<Order, OrderEvent>(Placed()).Ship("", null, Noon).ThenRefused(OrderRefusals.NotReady);
        Ready().Ship("sopir 0812-3456-7890", null, Noon).ThenRefused(OrderRefusals.ShipHoldsNumber);
        Ready().Ship(new string('a', Limits.Place + 1), null, Noon).ThenRefused(OrderRefusals.ShipHow);
        Ready(new OrderHandedOver(Noon), new OrderCompleted(new(62_000), Noon)).Ship("", null, Noon).ThenRefused(OrderRefusals.OverCompleted);
    }

    [Fact]
    public void The_buyers_word_completes_it_and_the_sellers_leaves_two_days()
    {
        Ready(Sent).Arrive(ArrivalWord.Buyer, Noon).Then(new OrderArrived(ArrivalWord.Buyer, null, Noon), new OrderCompleted(new(62_000), Noon));
        Ready(Sent).Arrive(ArrivalWord.Seller, Noon).Then(Arrived);
        Ready(Sent, Arrived).Arrive(ArrivalWord.Seller, Noon).Then();
        Ready(Sent, Arrived).Arrive(ArrivalWord.Buyer, Noon).Then(new OrderArrived(ArrivalWord.Buyer, null, Noon), new OrderCompleted(new(62_000), Noon));
        Ready(Sent, Arrived, new OrderCompleted(new(62_000), Noon)).Arrive(ArrivalWord.Buyer, Noon).Then();
        Ready().Arrive(ArrivalWord.Buyer, Noon).ThenRefused(OrderRefusals.NotShipped);
    }

    [Fact]
    public void Silence_moves_it_on_to_the_second()
    {
        var week = Noon.AddDays(7);
        Ready(Sent).PassTime(week.AddSeconds(-1)).ThenRefused(OrderRefusals.NotDue);
        Ready(Sent).PassTime(week).Then(new OrderArrived(ArrivalWord.Nobody, week.AddHours(48), week));

        Ready(Sent, Arrived).PassTime(Noon.AddHours(48).AddSeconds(-1)).ThenRefused(OrderRefusals.NotDue);
        Ready(Sent, Arrived).PassTime(Noon.AddHours(48)).Then(new OrderCompleted(new(62_000), Noon.AddHours(48)));
        Ready(Sent, Arrived, new OrderCompleted(new(62_000), Noon)).PassTime(Noon.AddYears(1)).ThenRefused(OrderRefusals.NotDue);
        Ready().PassTime(Noon.AddYears(1)).ThenRefused(OrderRefusals.NotDue);
    }

    [Fact]
    public void Once_it_is_away_nobody_turns_it_down_or_cancels_it()
    {
        foreach (var order in new[] { Ready(Sent), Ready(Sent, Arrived) })
        {
            order.Reject(RejectionReason.Closed, Noon).ThenRefused(OrderRefusals.OnItsWay);
            order.Cancel(Noon).ThenRefused(OrderRefusals.AlreadyAccepted);
            order.HandOver(Noon).ThenRefused(OrderRefusals.OnItsWay);
            order.Accept(Noon).Then();
            order.MakeReady(Noon).Then();
            order.StatePaid(Noon).Then(new PaymentReceivedStated(new(62_000), Noon));
            order.GiveProof(Guid.Empty, "f", "p", Noon).Then(new PaymentProofGiven(Guid.Empty, "f", "p", Noon));
        }
    }

    private static Order Ready(params OrderEvent[] history) =>
        Given.History<Order, OrderEvent>([Placed(), new OrderAccepted(Noon), new OrderReadied(Noon), .. history]);

    private static OrderPlaced Placed(Handover handover = Handover.Delivery) => (OrderPlaced)Order.Place(
        Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(),
        RegionCode.Parse("64.02.15.1004"), [Amplang], handover, new(12_000), Noon)[0];
}
