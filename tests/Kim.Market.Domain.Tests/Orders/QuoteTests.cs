using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

public class QuoteTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrderLine Amplang = new(Id<Product>.New(), "Amplang Ikan Nila 250 g", "bungkus", 2, new(25_000));
    private static readonly OrderPlaced Placed = (OrderPlaced)Place([Amplang])[0];
    private static readonly DeliveryQuoted Quoted = new(new(30_000), "Titip speedboat", new(80_000), Noon.AddHours(48), Noon);
    private static readonly DeliveryQuoteAgreed Agreed = new(new(30_000), new(80_000), Noon);

    [Fact]
    public void Until_it_has_a_price_an_order_comes_to_its_goods_and_the_seller_has_two_days()
    {
        Assert.True(Placed.AwaitsQuote);
        Assert.Equal((new Rupiah(50_000), Rupiah.Zero, new Rupiah(50_000)), (Placed.Goods, Placed.DeliveryFee, Placed.Total));
        Assert.Equal(Noon.AddHours(48), Placed.AnswerBy);
        Assert.Equal(OrderStatus.AwaitingQuote, Order().Status);
        Assert.True(Order().IsOpen);
    }

    [Fact]
    public void Fetching_it_oneself_awaits_no_price()
    {
        var placed = (OrderPlaced)Domain.Orders.Order.Place(
            Placed.Order, "PK-2603-000001", Placed.Checkout, Placed.Buyer, Placed.Seller, Placed.Curator, Placed.SellerVillage, [Amplang],
            Handover.Pickup, null, Noon, awaitsQuote: true)[0];

        Assert.False(placed.AwaitsQuote);
        Assert.Equal(Noon.AddHours(24), placed.AnswerBy);
    }

    [Fact]
    public void The_seller_names_the_price_and_may_change_it_until_the_buyer_agrees()
    {
        Order().QuoteDelivery(new(30_000), " Titip speedboat ", Noon).Then(Quoted);
        Order(Quoted).QuoteDelivery(new(30_000), "Titip speedboat", Noon).Then();
        Order(Quoted).QuoteDelivery(new(35_000), "Titip speedboat", Noon).Then(Quoted with { Fee = new(35_000), Total = new(85_000) });
        Order(Quoted, Agreed).QuoteDelivery(new(35_000), "", Noon).ThenRefused(OrderRefusals.NoQuoteAsked);
    }

    [Fact]
    public void Only_the_buyers_yes_makes_it_an_order_to_be_prepared()
    {
        Order(Quoted).AgreeToQuote(Noon).Then(Agreed);
        Assert.Equal(OrderStatus.Accepted, Order(Quoted, Agreed).Status);
        Assert.Equal(new Rupiah(80_000), Order(Quoted, Agreed).Total);
        Order(Quoted, Agreed).AgreeToQuote(Noon).Then();
        Order(Quoted, Agreed).Accept(Noon).Then();
        Order().AgreeToQuote(Noon).ThenRefused(OrderRefusals.NotQuoted);

        Order().Accept(Noon).ThenRefused(OrderRefusals.QuoteFirst);
        Order().MakeReady(Noon).ThenRefused(OrderRefusals.QuoteFirst);
        Order(Quoted).Accept(Noon).ThenRefused(OrderRefusals.AwaitsBuyer);
        Order(Quoted).HandOver(Noon).ThenRefused(OrderRefusals.AwaitsBuyer);
        Order(Quoted).StatePaid(Noon).ThenRefused(OrderRefusals.AwaitsBuyer);
    }

    [Fact]
    public void Handed_over_it_is_completed_at_the_price_that_both_agreed()
    {
        Order(Quoted, Agreed, new OrderReadied(Noon)).HandOver(Noon).Then(new OrderHandedOver(Noon), new OrderCompleted(new(80_000), Noon));
        Order(Quoted, Agreed).StatePaid(Noon).Then(new PaymentReceivedStated(new(80_000), Noon));
    }

    [Fact]
    public void Both_may_leave_until_then()
    {
        foreach (var history in new OrderEvent[][] { [], [Quoted] })
        {
            Order(history).Cancel(Noon).Then(new OrderCancelled(Noon));
            Order(history).Reject(RejectionReason.CannotDeliver, Noon).Then(new OrderRejected(RejectionReason.CannotDeliver, Noon));
        }

        Order(Quoted, Agreed).Cancel(Noon).ThenRefused(OrderRefusals.AlreadyAccepted);
        Order(new OrderCancelled(Noon)).QuoteDelivery(new(1), "", Noon).ThenRefused(OrderRefusals.OverCancelled);
        Order(Quoted, new OrderCancelled(Noon)).AgreeToQuote(Noon).ThenRefused(OrderRefusals.OverCancelled);
    }

    [Fact]
    public void Silence_of_either_ends_it_to_the_second()
    {
        Order().Expire(Noon.AddHours(48).AddSeconds(-1)).ThenRefused(OrderRefusals.NotDue);
        Order().Expire(Noon.AddHours(48)).Then(new OrderExpired(Noon.AddHours(48)));

        var late = Quoted with { AgreeBy = Noon.AddHours(80) };
        Order(late).Expire(Noon.AddHours(80).AddSeconds(-1)).ThenRefused(OrderRefusals.NotDue);
        Order(late).Expire(Noon.AddHours(80)).Then(new OrderExpired(Noon.AddHours(80)));
        Assert.Empty(Order(Quoted, Agreed).Expire(Noon.AddYears(1)));
    }

    [Fact]
    public void A_price_must_make_sense()
    {
        Order().QuoteDelivery(new(-1), "", Noon).ThenRefused(OrderRefusals.BadFee);
        Order().QuoteDelivery(new(Rupiah.Highest.Amount + 1), "", Noon).ThenRefused(OrderRefusals.BadFee);
        Order().QuoteDelivery(new(1), new string('a', Limits.Place + 1), Noon).ThenRefused(OrderRefusals.QuoteHow);
        Order().QuoteDelivery(new(1), "sopir 0812-3456-7890", Noon).ThenRefused(OrderRefusals.QuoteHoldsNumber);
        Assert.Single(Order().QuoteDelivery(Rupiah.Zero, "", Noon));
    }

    [Fact]
    public void Who_ordered_at_a_known_price_is_not_asked_to_agree_to_one()
    {
        var order = Given.History<Order, OrderEvent>(Placed with { AwaitsQuote = false });

        order.QuoteDelivery(new(1), "", Noon).ThenRefused(OrderRefusals.NoQuoteAsked);
        order.AgreeToQuote(Noon).ThenRefused(OrderRefusals.NoQuoteAsked);
    }

    [Fact]
    public void A_seller_takes_orders_for_elsewhere_or_does_not()
    {
        var registered = new BusinessRegistered(
            Id<Business>.New(), Id<Group>.New(), "Dapur Nila", "dapur-nila", BusinessKind.Individual, Placed.SellerVillage, "", Noon);
        Business Known(params BusinessEvent[] history) => Given.History<Business, BusinessEvent>([registered, .. history]);
        var offered = new BusinessShippingOffered("Titip speedboat", Noon);

        Known().OfferShipping(" Titip speedboat ", Noon).Then(offered);
        Known(offered).OfferShipping("Titip speedboat", Noon).Then();
        Known(offered).EndShipping(Noon).Then(new BusinessShippingEnded(Noon));
        Known(offered, new BusinessShippingEnded(Noon)).EndShipping(Noon).Then();
        Known().EndShipping(Noon).Then(new BusinessShippingEnded(Noon));
        Known().OfferShipping("tanya 081234567890", Noon).ThenRefused(BusinessRefusals.ShippingHoldsNumber);
        Known().OfferShipping(new string('a', Limits.Place + 1), Noon).ThenRefused(BusinessRefusals.ShippingHow);
    }

    [Fact]
    public void Totals_agree_to_the_rupiah_whatever_is_ordered_wherever_and_however_often_it_is_quoted() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arb.From(Purchases()), purchase =>
        {
            var (rates, place, lines, quotes) = purchase;
            var goods = lines.Aggregate(Rupiah.Zero, (sum, line) => sum + line.Total);
            var offer = rates.For(place, goods);
            var (fee, awaits) = offer switch
            {
                DeliveredFor priced => ((Rupiah?)priced.Fee, false),
                DeliveryToBeQuoted => (null, true),
                _ => (null, false),
            };
            var placed = Place(lines, fee, awaits);
            if (fee is null && !awaits)
            {
                Assert.Equal(OrderRefusals.NoDelivery, placed.Refusal);
                return;
            }

            var history = new List<OrderEvent>(placed);
            Order Now() => history.Aggregate((Order?)null, Domain.Orders.Order.Evolve)!;
            foreach (var quote in awaits ? quotes : [])
            {
                history.AddRange(Now().QuoteDelivery(quote, "", Noon));
                Assert.Equal(goods, Now().Total);
            }

            history.AddRange(awaits ? Now().AgreeToQuote(Noon) : Now().Accept(Noon));
            history.AddRange(Now().MakeReady(Noon));
            history.AddRange(Now().HandOver(Noon));
            var completed = Assert.IsType<OrderCompleted>(history[^1]);
            Assert.Equal(goods + (fee ?? quotes[^1]), completed.Total);
            Assert.True(completed.Total >= goods);
        }));

    private static Gen<(DeliveryRates Rates, RegionCode Place, OrderLine[] Lines, Rupiah[] Quotes)> Purchases() =>
        from table in (
            from region in Gen.Elements("64.02", "64.02.15", "64.02.15.1003", "64.72", "64.02.03")
            from price in Money()
            from minimum in Maybe()
            from free in Maybe()
            select new DeliveryRate(RegionCode.Parse(region), price, minimum, free)).ListOf()
        from onePrice in Maybe()
        from ships in Gen.Elements<bool?>(null, true, false)
        from place in Gen.Elements("64.02.15.1003", "64.02.15.1001", "64.02.03.2006", "64.72.01.1001", "31.71.01.1001")
        from lines in (
            from quantity in Gen.Choose(1, Limits.Quantity)
            from price in Gen.Choose(1, 1_000_000_000)
            select new OrderLine(Id<Product>.New(), "Barang", "bungkus", quantity, new(price))).NonEmptyListOf()
        from quotes in Money().NonEmptyListOf()
        select (
            new DeliveryRates(RegionCode.Parse("64.02.15.1004"), onePrice, [.. table.DistinctBy(rate => rate.Region)], ships),
            RegionCode.Parse(place), lines.Take(Limits.CartLines).ToArray(), quotes.ToArray());

    private static Gen<Rupiah> Money() => Gen.Choose(0, 1_000_000).Select(amount => new Rupiah(amount));

    private static Gen<Rupiah?> Maybe() => Gen.OneOf(Gen.Constant((Rupiah?)null), Gen.Choose(1, 2_000_000_000).Select(amount => (Rupiah?)new Rupiah(amount)));

    private static Order Order(params OrderEvent[] history) => Given.History<Order, OrderEvent>([Placed, .. history]);

    private static Decision<OrderEvent> Place(OrderLine[] lines, Rupiah? fee = null, bool awaits = true) => Domain.Orders.Order.Place(
        Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(),
        RegionCode.Parse("64.02.15.1004"), lines, Handover.Delivery, fee, Noon, awaitsQuote: awaits);
}
