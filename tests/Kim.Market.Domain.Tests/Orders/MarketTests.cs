using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

/// <summary>Orders that are fetched together: what each bears, who is asked, and how they end.</summary>
public partial class MarketTests
{
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);
    private static readonly DateTimeOffset Opens = new(2026, 11, 28, 8, 0, 0, Wita);
    private static readonly DateTimeOffset CutOff = new(2026, 11, 26, 18, 0, 0, Wita);
    private static readonly DateTimeOffset Early = new(2026, 11, 23, 12, 0, 0, Wita);
    private static readonly MarketPickup Saturday = new(Id<MarketDay>.New(), new(2026, 11, 28), "Balai Desa", Opens, Opens.AddHours(3), CutOff, new(12_000), 0);

    private static Decision<OrderEvent> Place(DateTimeOffset now, Rupiah? share = null, MarketPickup? market = null, Handover handover = Handover.Pickup) => Order.Place(
        Id<Order>.New(), "PK-2611-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
        [new OrderLine(Id<Product>.New(), "Amplang", "bungkus", 2, new(25_000))], handover, share ?? new(4_000), now, market: market ?? Saturday);

    private static Order Known(Rupiah? share = null, MarketPickup? market = null, params OrderEvent[] later) =>
        Given.History<Order, OrderEvent>([.. Place(Early, share, market), .. later]);

    private static Order With(Order order, Decision<OrderEvent> told)
    {
        Assert.Null(told.Refusal);
        return told.Aggregate(order, Order.Evolve);
    }

    /// <summary>P, Q and R of one KIM: 12 000 among three.</summary>
    private static Order[] Three() => [.. SharedCost.Split(new(12_000), 3).Select((share, turn) => Known(share, Saturday with { Turn = turn }))];

    private static Order[] Tell(Order[] orders, DateTimeOffset now)
    {
        var told = SharedCost.Tell(orders, now).ToDictionary(answer => answer.Order.Id, answer => answer.Told);
        return [.. orders.Select(order => told.TryGetValue(order.Id, out var news) ? With(order, news) : order)];
    }

    [Theory]
    [InlineData(12_000, 3, new long[] { 4_000, 4_000, 4_000 })]
    [InlineData(10_000, 3, new long[] { 3_400, 3_300, 3_300 })]
    [InlineData(12_000, 2, new long[] { 6_000, 6_000 })]
    [InlineData(12_050, 2, new long[] { 6_050, 6_000 })]
    [InlineData(200, 3, new long[] { 200, 0, 0 })]
    [InlineData(0, 3, new long[] { 0, 0, 0 })]
    [InlineData(12_345, 1, new long[] { 12_345 })]
    public void The_price_is_split_evenly_in_hundreds_and_the_rest_goes_to_the_first(long price, int among, long[] shares) =>
        Assert.Equal(shares, SharedCost.Split(new(price), among).Select(share => share.Amount));

    [Fact]
    public void The_cut_off_holds_to_the_second()
    {
        Assert.Single(Place(CutOff.AddSeconds(-1)));
        Place(CutOff).ThenRefused(OrderRefusals.MarketCutOff);
        Place(CutOff.AddSeconds(1)).ThenRefused(OrderRefusals.MarketCutOff);
        Place(Early, handover: Handover.Delivery).ThenRefused(OrderRefusals.MarketCutOff);
    }

    [Fact]
    public void The_share_is_part_of_the_total()
    {
        var placed = Assert.IsType<OrderPlaced>(Assert.Single(Place(Early)));

        Assert.Equal((new Rupiah(50_000), new Rupiah(4_000), new Rupiah(54_000)), (placed.Goods, placed.DeliveryFee, placed.Total));
        Assert.Equal(Saturday, placed.Market);
    }

    [Fact]
    public void When_one_of_three_refuses_the_others_stay_and_the_buyer_is_asked()
    {
        var (p, q, r) = Three() switch { var three => (With(three[0], three[0].Accept(Early)), three[1], three[2]) };
        q = With(q, q.Reject(RejectionReason.OutOfStock, Early));

        var after = Tell([p, q, r], Early);

        Assert.Equal([OrderStatus.Accepted, OrderStatus.Rejected, OrderStatus.Placed], after.Select(order => order.Status));
        Assert.Equal([54_000, 54_000, 54_000], after.Select(order => order.Total.Amount));
        Assert.Equal((new Rupiah(6_000), Early + Order.ShareTime), after[0].AskedShare);
        Assert.Equal((new Rupiah(6_000), Early + Order.ShareTime), after[2].AskedShare);
        Assert.Null(after[1].AskedShare);
        Assert.All(SharedCost.Tell(after, Early), answer => Assert.Empty(answer.Told));
    }

    [Fact]
    public void The_buyer_takes_the_share_that_was_shown_and_no_other()
    {
        var asked = Known(later: new MarketShareChanged(new(6_000), new(56_000), 2, Early.AddHours(24), Early));

        asked.AgreeToShare(new(4_000), Early).ThenRefused(OrderRefusals.ShareMoved);
        asked.AgreeToShare(new(6_000), Early).Then(new MarketShareAgreed(new(6_000), new(56_000), Early));
        var agreed = With(asked, asked.AgreeToShare(new(6_000), Early));
        agreed.AgreeToShare(new(6_000), Early).Then();
        agreed.AgreeToShare(new(7_000), Early).ThenRefused(OrderRefusals.NoShareAsked);
        Assert.Equal((56_000, null), (agreed.Total.Amount, agreed.DueAt));
        Known().AgreeToShare(new(9_000), Early).ThenRefused(OrderRefusals.NoShareAsked);
    }

    [Fact]
    public void Whoever_is_asked_may_still_go_without_blame()
    {
        var accepted = Known(later: new OrderAccepted(Early));
        accepted.Cancel(Early).ThenRefused(OrderRefusals.AlreadyAccepted);
        accepted.Cancel(Early, isCalledOff: true).Then(new OrderCancelled(Early));
        var asked = With(accepted, accepted.BearShare(new(6_000), 2, Early));
        asked.Cancel(Early).Then(new OrderCancelled(Early));
    }

    [Fact]
    public void Silence_ends_the_order_and_nothing_is_charged()
    {
        var asked = With(Known(later: new OrderAccepted(Early)), Known().BearShare(new(6_000), 2, Early));

        asked.PassTime(Early.AddHours(24).AddSeconds(-1)).ThenRefused(OrderRefusals.NotDue);
        asked.PassTime(Early.AddHours(24)).Then(new OrderExpired(Early.AddHours(24)));
    }

    [Fact]
    public void The_question_ends_with_the_market_and_lasts_an_hour_at_least()
    {
        Assert.Equal(Opens.AddHours(3), With(Known(), Known().BearShare(new(6_000), 2, Opens.AddHours(-4))).AskedShare!.Value.By);
        Assert.Equal(Opens.AddHours(6), With(Known(), Known().BearShare(new(6_000), 2, Opens.AddHours(5))).AskedShare!.Value.By);
    }

    [Fact]
    public void Whoever_is_silent_on_all_is_not_asked_again_for_each()
    {
        var three = Three();
        three[2] = With(three[2], three[2].Cancel(Early));
        var asked = Tell(three, Early);
        var late = Early.AddHours(25);
        asked[0] = With(asked[0], asked[0].PassTime(late));

        var after = Tell(asked, late);

        Assert.Equal((new Rupiah(12_000), Early.AddHours(24)), after[1].AskedShare);
        after[1].PassTime(late).Then(new OrderExpired(late));
    }

    [Fact]
    public void What_is_paid_keeps_its_share_and_the_others_bear_the_rest()
    {
        var three = Three();
        three[0] = With(three[0], three[0].Accept(Early));
        three[0] = With(three[0], three[0].StatePaid(Early));
        three[1] = With(three[1], three[1].Reject(RejectionReason.Closed, Early));

        var after = Tell(three, Early);

        Assert.Null(after[0].AskedShare);
        Assert.Equal(4_000, after[0].Share.Amount);
        Assert.Equal(8_000, after[2].AskedShare!.Value.Share.Amount);
    }

    [Fact]
    public void Money_that_came_while_the_buyer_is_asked_settles_it_at_what_was_paid()
    {
        var asked = With(Known(later: new OrderAccepted(Early)), Known().BearShare(new(6_000), 2, Early));

        var paid = With(asked, asked.StatePaid(Early));

        Assert.Equal((null, 54_000, null), (paid.AskedShare, paid.Total.Amount, paid.DueAt));
    }

    [Fact]
    public void A_share_that_falls_needs_no_yes()
    {
        Known(new(6_000)).BearShare(new(4_000), 3, Early).Then(new MarketShareChanged(new(4_000), new(54_000), 3, null, Early));
        Known(new(6_000)).BearShare(new(6_000), 3, Early).Then();
    }

    [Fact]
    public void At_the_market_cash_goes_to_the_seller_who_has_the_last_word()
    {
        var ready = Known(later: [new OrderAccepted(Early), new OrderReadied(Early)]);
        ready.HandOverAtPoint(Kim, Opens).Then(new OrderHandedOverAtPoint(Kim, Opens + Order.ComplaintTime, Opens));
        var given = With(ready, ready.HandOverAtPoint(Kim, Opens));

        Assert.Equal((OrderStatus.Delivered, false), (given.Status, given.IsPaid));
        given.HandOverAtPoint(Kim, Opens).Then();
        given.StatePaid(Opens).Then(new PaymentReceivedStated(new(54_000), Opens), new OrderCompleted(new(54_000), Opens));
        given.PassTime(Opens + Order.ComplaintTime).Then(new OrderCompleted(new(54_000), Opens + Order.ComplaintTime));
        given.HandOver(Opens).ThenRefused(OrderRefusals.OnItsWay);
    }

    [Fact]
    public void What_lies_on_the_table_is_ready_whatever_its_seller_forgot_to_press()
    {
        var accepted = Known(later: new OrderAccepted(Early));
        accepted.HandOverAtPoint(Kim, Opens).Then(new OrderReadied(Opens), new OrderHandedOverAtPoint(Kim, Opens + Order.ComplaintTime, Opens));
        var paid = With(accepted, accepted.StatePaid(Early));
        paid.HandOverAtPoint(Kim, Opens).Then(new OrderReadied(Opens), new OrderHandedOverAtPoint(Kim, null, Opens), new OrderCompleted(new(54_000), Opens));
    }

    [Fact]
    public void Nobody_hands_over_what_is_not_theirs_to_hand_over()
    {
        Known().HandOverAtPoint(Kim, Opens).ThenRefused(OrderRefusals.NotAccepted);
        var asked = With(Known(later: [new OrderAccepted(Early), new OrderReadied(Early)]), Known().BearShare(new(6_000), 2, Early));
        asked.HandOverAtPoint(Kim, Opens).ThenRefused(OrderRefusals.ShareUnanswered);
        asked.HandOver(Opens).ThenRefused(OrderRefusals.ShareUnanswered);
        Known(later: new OrderRejected(RejectionReason.Closed, Early)).HandOverAtPoint(Kim, Opens).ThenRefused(OrderRefusals.OverRejected);
        var own = Given.History<Order, OrderEvent>([.. Order.Place(
            Id<Order>.New(), "PK-2611-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
            [new OrderLine(Id<Product>.New(), "Amplang", "bungkus", 2, new(25_000))], Handover.Pickup, null, Early), new OrderAccepted(Early)]);
        own.HandOverAtPoint(Kim, Opens).ThenRefused(OrderRefusals.NotForMarket);
    }
}
