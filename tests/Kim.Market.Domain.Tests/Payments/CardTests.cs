using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Payments;

public class CardTests
{
    private const string Session = "cs_test_1";
    private const string Payment = "pi_1";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddHours(2);
    private static readonly Rupiah Total = new(50_000);
    private static readonly CardAmount Whole = CardAmount.Of(Total);
    private static readonly OrderAccepted Accepted = new(Noon);
    private static readonly CardPaymentOpened Opened = new(Session, Total, Later, Noon);
    private static readonly CardPaymentConfirmed Confirmed = new(Session, Payment, Total, Noon);
    private static readonly CardPaymentCameLate CameLate = new(Session, Payment, Total, Noon);
    private static readonly OrderRejected Rejected = new(RejectionReason.OutOfStock, Noon);
    private static readonly PaymentReceivedStated Paid = new(Total, Noon);

    [Theory]
    [InlineData(1, 100)]
    [InlineData(999, 99_900)]
    [InlineData(12_500, 1_250_000)]
    [InlineData(55_000, 5_500_000)]
    [InlineData(10_000_000, 1_000_000_000)]
    public void A_rupiah_has_two_decimals_there_and_comes_back_whole(long rupiah, long minor)
    {
        Assert.Equal(new CardAmount(minor, "idr"), CardAmount.Of(new(rupiah)));
        Assert.Equal(new Rupiah(rupiah), new CardAmount(minor, "idr").Rupiah);
    }

    [Theory]
    [InlineData(5_500_001, "idr")]
    [InlineData(-100, "idr")]
    [InlineData(5_500_000, "usd")]
    [InlineData(5_500_000, "IDR")]
    public void Sen_debts_and_other_money_are_no_rupiah(long minor, string currency) => Assert.Null(new CardAmount(minor, currency).Rupiah);

    [Fact]
    public void A_buyer_pays_by_card_once_the_seller_has_accepted()
    {
        Order(Accepted).OpenCard(Session, Later, Noon).Then(Opened);
        Order(Accepted, Opened).OpenCard(Session, Later, Noon).Then();
        Order().OpenCard(Session, Later, Noon).ThenRefused(OrderRefusals.NotAcceptedYet);
        Order(Accepted, Paid).OpenCard(Session, Later, Noon).ThenRefused(OrderRefusals.PaidAlready);
        Order(Accepted, Rejected).OpenCard(Session, Later, Noon).ThenRefused(OrderRefusals.OverRejected);
        Order([Accepted, .. Enumerable.Range(0, Limits.CardAttempts).Select(n => Opened with { Session = $"cs_{n}" })])
            .OpenCard(Session, Later, Noon).ThenRefused(OrderRefusals.TooManyCards);
        Place(new(9_999), Accepted).OpenCard(Session, Later, Noon).ThenRefused(OrderRefusals.TooLittleForCard);
        Assert.Single(Place(new(10_000), Accepted).OpenCard(Session, Later, Noon));
    }

    [Fact]
    public void An_attempt_goes_on_until_it_runs_out()
    {
        Assert.Equal(Session, Order(Accepted, Opened).OpenedCard(Later.AddSeconds(-1))!.Session);
        Assert.Null(Order(Accepted, Opened).OpenedCard(Later));
        Assert.Null(Order(Accepted, Opened, Confirmed).OpenedCard(Noon));
    }

    [Fact]
    public void What_the_provider_confirms_is_paid_once_however_often_it_says_so()
    {
        Order(Accepted, Opened).ConfirmCard(Session, Payment, Whole, Noon).Then(Confirmed);
        var paid = Order(Accepted, Opened, Confirmed);
        Assert.True(paid is { IsPaid: true, IsPaidByCard: true });
        paid.ConfirmCard(Session, Payment, Whole, Noon).Then();
        paid.FailCard(Session, Noon).Then();
        paid.StatePaid(Noon).Then();
        Order(Accepted, Opened, Confirmed, new OrderReadied(Noon)).HandOver(Noon).Then(new OrderHandedOver(Noon), new OrderCompleted(Total, Noon));
    }

    [Fact]
    public void News_may_come_in_any_order()
    {
        var failed = new CardPaymentFailed(Session, Noon);
        Order(Accepted, Opened).FailCard(Session, Noon).Then(failed);
        Order(Accepted, Opened, failed).FailCard(Session, Noon).Then();
        Order(Accepted, Opened, failed).ConfirmCard(Session, Payment, Whole, Noon).Then(Confirmed);
        Order(Accepted).ConfirmCard(Session, Payment, Whole, Noon).Then(Confirmed);
        Order(Accepted).FailCard(Session, Noon).Then();
        Order(Accepted, Confirmed).OpenCard(Session, Later, Noon).Then();
    }

    [Fact]
    public void Money_for_an_order_that_is_over_or_paid_otherwise_comes_late()
    {
        Order(Accepted, Opened, Rejected).ConfirmCard(Session, Payment, Whole, Noon).Then(CameLate);
        Order(Accepted, Opened, Paid).ConfirmCard(Session, Payment, Whole, Noon).Then(CameLate);
        Order(Accepted, Opened, Opened with { Session = "cs_2" }, Confirmed).ConfirmCard("cs_2", "pi_2", Whole, Noon)
            .Then(new CardPaymentCameLate("cs_2", "pi_2", Total, Noon));
        Order(Accepted, Opened, new OrderReadied(Noon), new OrderHandedOver(Noon), new OrderCompleted(Total, Noon)).ConfirmCard(Session, Payment, Whole, Noon).Then(CameLate);
        Order(Accepted, Opened, Rejected, CameLate).ConfirmCard(Session, Payment, Whole, Noon).Then();
        Assert.False(Order(Accepted, Opened, Rejected, CameLate).IsPaid);
    }

    [Theory]
    [InlineData(4_999_900, "idr")]
    [InlineData(5_000_001, "idr")]
    [InlineData(50_000, "idr")]
    [InlineData(5_000_000, "usd")]
    public void Another_amount_never_pays_an_order(long minor, string currency)
    {
        var mismatched = new CardPaymentMismatched(Session, Payment, minor, currency, Noon);
        Order(Accepted, Opened).ConfirmCard(Session, Payment, new(minor, currency), Noon).Then(mismatched);
        Assert.False(Order(Accepted, Opened, mismatched).IsPaid);
        Order(Accepted, Opened, mismatched).ConfirmCard(Session, Payment, Whole, Noon).Then();
        Order(Accepted, Opened, mismatched).RefundCard(Session, "re_1", Noon).Then(new CardRefundMade(Session, "re_1", Noon));
    }

    [Fact]
    public void What_an_order_cannot_keep_goes_back_once()
    {
        var made = new CardRefundMade(Session, "re_1", Noon);
        Order(Accepted, Opened, Rejected, CameLate).RefundCard(Session, "re_1", Noon).Then(made);
        Order(Accepted, Opened, Rejected, CameLate, made).RefundCard(Session, "re_2", Noon).Then();
        Order(Accepted, Opened, Confirmed, Rejected).RefundCard(Session, "re_1", Noon).Then(made);
        Order(Accepted, Opened, Confirmed, Rejected, made).StateRefund("tunai", Noon).Then();
        Assert.Equal(RefundState.ByCard, Order(Accepted, Opened, Confirmed, Rejected, made).Refund);
        Assert.Null(Order(Accepted, Opened, Rejected, CameLate, made).Refund);
        Order(Accepted, Opened, Confirmed).RefundCard(Session, "re_1", Noon).ThenRefused(OrderRefusals.NothingToRefund);
        Order(Accepted, Opened).RefundCard(Session, "re_1", Noon).ThenRefused(OrderRefusals.NothingToRefund);
        Order(Accepted).RefundCard("cs_9", "re_1", Noon).ThenRefused(OrderRefusals.NothingToRefund);
    }

    /// <summary>Whatever is said in whatever order: at most one payment is kept, and only while the order stands or until it goes back.</summary>
    [Fact]
    public void No_order_of_news_pays_twice()
    {
        var sessions = new[] { "cs_1", "cs_2" };
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), said =>
        {
            var order = Order();
            foreach (var word in said)
            {
                var session = sessions[word / 16 % 2];
                Func<Order, Decision<OrderEvent>> verb = (word % 10) switch
                {
                    0 => o => o.Accept(Noon),
                    1 => o => o.OpenCard(session, Later, Noon),
                    2 or 3 => o => o.ConfirmCard(session, "pi_" + session, Whole, Noon),
                    4 => o => o.ConfirmCard(session, "pi_" + session, new(1, "idr"), Noon),
                    5 => o => o.FailCard(session, Noon),
                    6 => o => o.RefundCard(session, "re_" + session, Noon),
                    7 => o => o.Reject(RejectionReason.Other, Noon),
                    8 => o => o.StatePaid(Noon),
                    _ => o => o.MakeReady(Noon),
                };
                order = verb(order).Aggregate(order, Domain.Orders.Order.Evolve);
                Assert.Empty(verb(order));
                Assert.InRange(order.Cards.Count(card => card.State == CardState.Confirmed), 0, 1);
                Assert.Equal(order.Cards.Count, order.Cards.DistinctBy(card => card.Session).Count());
                Assert.True(order.IsPaid || !order.IsPaidByCard);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("rk_live_51Abcdefghijklmnop", null)]
    [InlineData(" rk_test_51Abcdefghijklmnop ", "whsec_abcdefghijklmnop")]
    public void A_restricted_key_is_taken_and_says_nothing_of_itself(string api, string? signing)
    {
        Assert.True(CardKeys.TryRead(api, signing, out var keys, out _));
        Assert.Equal(api.Trim(), keys.Api);
        Assert.DoesNotContain("51Abc", keys.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_live_51Abcdefghijklmnop", null, "card.too_mighty_key")]
    [InlineData("", null, "card.bad_key")]
    [InlineData("pk_live_51Abcdefghijklmnop", null, "card.bad_key")]
    [InlineData("rk_live_short", null, "card.bad_key")]
    [InlineData("rk_live_51Abcdefghijklmnop\nX: y", null, "card.bad_key")]
    [InlineData("rk_live_51Abcdefghijklmnop", "abc", "card.bad_signing_secret")]
    public void What_is_no_restricted_key_is_refused(string api, string? signing, string code)
    {
        Assert.False(CardKeys.TryRead(api, signing, out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void What_travels_unpaid_may_still_be_paid_by_card()
    {
        OrderEvent[] away = [Accepted, new OrderReadied(Noon), new OrderShipped("titip speedboat", "", Noon.AddDays(7), Noon)];
        Order(away).OpenCard(Session, Later, Noon).Then(Opened);
        Order([.. away, Opened]).ConfirmCard(Session, Payment, Whole, Noon).Then(Confirmed);
        Order([.. away, Paid]).OpenCard(Session, Later, Noon).ThenRefused(OrderRefusals.PaidAlready);
        Order([.. away, Opened, Paid]).ConfirmCard(Session, Payment, Whole, Noon).Then(CameLate);
    }

    [Fact]
    public void An_account_is_named_once_and_taken_back_once()
    {
        var (account, kept) = (Guid.NewGuid(), new BusinessRegistered(
            Id<Business>.New(), Id<Group>.New(), "Dapur Contoh", "dapur-contoh", BusinessKind.Individual, RegionCode.Parse("64.02.15.1004"), "", Noon));
        var business = Given.History<Business, BusinessEvent>(kept);
        business.KeepCard(account, Noon).Then(new BusinessCardKept(account, Noon));
        business.DropCard(Noon).Then();
        business = Given.History<Business, BusinessEvent>(kept, new BusinessCardKept(account, Noon));
        business.KeepCard(account, Noon).Then();
        business.DropCard(Noon).Then(new BusinessCardDropped(Noon));
    }

    private static Order Order(params OrderEvent[] after) => Place(Total, after);

    private static Order Place(Rupiah total, params OrderEvent[] after) => Given.History<Order, OrderEvent>(
        [
            (OrderPlaced)Domain.Orders.Order.Place(
                Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
                [new OrderLine(Id<Product>.New(), "Amplang", "bungkus", 1, total)], Handover.Pickup, null, Noon)[0],
            .. after,
        ]);
}
