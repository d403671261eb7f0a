using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Domain.Tests.Orders;

/// <summary>Whatever buyers and sellers of one market day do, the shares sum to the price.</summary>
public partial class MarketTests
{
    private sealed record Life(long Price, int Sellers, (int Which, int Act, int Hours)[] Steps);

    private static Gen<Life> Lives(int acts) =>
        from price in Gen.Choose(0, 60_000)
        from sellers in Gen.Choose(1, 6)
        from steps in (from which in Gen.Choose(0, 5) from act in Gen.Choose(0, acts - 1) from hours in Gen.Choose(0, 30) select (which, act, hours)).ArrayOf(24)
        select new Life(price, sellers, steps);

    private static readonly Func<Order, DateTimeOffset, Decision<OrderEvent>>[] Answers =
    [
        (order, now) => order.Accept(now),
        (order, now) => order.GiveCode(Guid.Empty, CodeOf(order), default, now),
        (order, now) => order.Reject(RejectionReason.OutOfStock, now),
        (order, now) => order.Cancel(now),
        (order, now) => order.AgreeToShare(order.Borne, now),
        (order, now) => order.PassTime(now),
        (order, now) => order.Expire(now),
        (order, now) => order.MakeReady(now),
        (order, now) => order.StatePaid(now),
        (order, now) => order.HandOverAtPoint(Kim, now),
        (order, now) => order.HandOver(now),
    ];

    // Of the total, so that a code that outlives its total is seen.
    private static Rupiah CodeOf(Order order) => new(1 + (order.Total.Amount % 97));

    private static void Live(Life life, Action<Order[], DateTimeOffset> holds)
    {
        var orders = SharedCost.Split(new(life.Price), life.Sellers)
            .Select((share, turn) => Known(share, Saturday with { Shared = new(life.Price), Turn = turn })).ToArray();
        var now = Early;
        foreach (var (which, act, hours) in life.Steps)
        {
            now += TimeSpan.FromHours(hours);
            var at = which % orders.Length;
            var decision = Answers[act](orders[at], now);
            if (decision.Refusal is null)
            {
                orders[at] = With(orders[at], decision);
                orders = Tell(orders, now);
            }

            Assert.All(orders, order => Assert.Equal(50_000 + order.Share.Amount, order.Total.Amount));
            Assert.All(orders, order => Assert.True(order.Code is null || order.Code == CodeOf(order)));
            holds(orders, now);
        }

        // Nobody does anything any more but the clock, and the sellers what is theirs to end.
        for (var patience = 0; patience < 30 && orders.Any(order => order.IsOpen); patience++)
        {
            now += TimeSpan.FromDays(4);
            for (var i = 0; i < orders.Length; i++)
            {
                foreach (var passing in (Func<Order, Decision<OrderEvent>>[])[o => o.PassTime(now), o => o.Expire(now), o => o.MakeReady(now), o => o.Reject(RejectionReason.NotFetched, now)])
                {
                    var decision = passing(orders[i]);
                    if (decision.Refusal is null && decision.Count > 0)
                    {
                        orders[i] = With(orders[i], decision);
                        orders = Tell(orders, now);
                    }
                }
            }

            holds(orders, now);
        }

        Assert.All(orders, order => Assert.False(order.IsOpen, $"{order.Status} never ends."));
    }

    [Fact]
    public void Whatever_is_accepted_rejected_and_cancelled_the_shares_sum_to_the_fixed_price() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arb.From(Lives(acts: 8)), life => Live(life, (orders, _) =>
        {
            var living = orders.Where(order => order.Status is not (OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired)).ToList();
            Assert.Equal(living.Count == 0 ? 0 : life.Price, living.Sum(order => order.Borne.Amount));
        })));

    [Fact]
    public void Also_where_some_are_paid_and_handed_over_nobody_bears_too_much() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arb.From(Lives(Answers.Length)), life => Live(life, (orders, _) =>
        {
            var living = orders.Where(order => order.Status is not (OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired)).ToList();
            var borne = living.Sum(order => order.Borne.Amount);
            Assert.InRange(borne, 0, life.Price);
            if (living.Exists(order => !order.IsPaid && order.Status is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready))
            {
                Assert.Equal(life.Price, borne);
            }
        })));
}
