using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;

namespace Kim.Market.Domain.Tests.Orders;

/// <summary>Whatever buyers, sellers, KIM, office and the clock do, and in whichever order: it ends, and nothing is lost on the way.</summary>
public class EveryOrderEndsTests
{
    private const int OnShelf = 50;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Func<Order, Guid, DateTimeOffset, Decision<OrderEvent>>[] Acts =
    [
        (order, _, now) => order.QuoteDelivery(new(10_000), "Titip", now),
        (order, _, now) => order.AgreeToQuote(now),
        (order, _, now) => order.Accept(now),
        (order, _, now) => order.Accept(now),
        (order, _, now) => order.MakeReady(now),
        (order, _, now) => order.MakeReady(now),
        (order, _, now) => order.HandOver(now),
        (order, _, now) => order.Reject(RejectionReason.OutOfStock, now),
        (order, _, now) => order.Reject(RejectionReason.NotFetched, now),
        (order, _, now) => order.Cancel(now),
        (order, _, now) => order.Expire(now),
        (order, _, now) => order.StatePaid(now),
        (order, _, now) => order.StatePaid(now, byTransfer: true),
        (order, id, now) => order.GiveCode(id, new(1 + id.ToByteArray()[0]), DateOnly.FromDateTime(now.Date), now),
        (order, id, now) => order.GiveCode(id, new(1 + id.ToByteArray()[0]), DateOnly.FromDateTime(now.Date), now),
        (order, _, now) => order.StateRefund("transfer", now),
        (order, _, now) => order.ConfirmRefund(now),
        (order, id, now) => order.GiveProof(id, id.ToString(), "", now),
        (order, _, now) => order.Ship("Titip", null, now),
        (order, _, now) => order.Ship("Titip", null, now),
        (order, _, now) => order.Arrive(ArrivalWord.Buyer, now),
        (order, _, now) => order.Arrive(ArrivalWord.Seller, now),
        (order, id, now) => order.Complain(id, ComplaintKind.Damaged, [], now),
        (order, id, now) => order.Complain(id, ComplaintKind.NotArrived, [], now),
        (order, id, now) => order.AnswerComplaint(id, (ComplaintRemedy)(id.ToByteArray()[0] % 3), [], now),
        (order, _, now) => order.SettleComplaint(now),
        (order, _, now) => order.EscalateComplaint(now),
        (order, id, now) => order.ProposeRemedy(id, (ComplaintRemedy)(id.ToByteArray()[0] % 3), now),
        (order, id, now) => order.DecideComplaint(id, (ComplaintRemedy)(id.ToByteArray()[0] % 3), now),
        (order, _, now) => order.PassTime(now),
    ];

    [Fact]
    public void Every_order_ends_stock_balances_and_replay_is_life() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(600),
        Prop.ForAll(Arb.From(Lives()), life =>
        {
            var shelf = new Shelf();
            var orders = life.Orders.Select(shelf.Place).ToList();
            var now = Noon;
            foreach (var (which, act, hours) in life.Steps)
            {
                now += TimeSpan.FromHours(hours);
                var order = orders[which % orders.Count];
                var decision = Acts[act](order.State, Guid.NewGuid(), now);
                order.Happen(decision, shelf, now);
                Assert.Empty(Repeated(order.State, decision, now));
                shelf.Balances(orders);
            }

            foreach (var order in orders)
            {
                for (var patience = 0; order.IsOpen && patience < 10; patience++)
                {
                    (now, var decision) = Wait(order.State, now);
                    order.Happen(decision, shelf, now);
                    shelf.Balances(orders);
                }

                Assert.False(order.IsOpen, $"{order.State.Status} with {order.State.Complaint?.Stage} never ends.");
                Assert.Equal(Told(order.State), Told(order.History.Aggregate((Order?)null, Order.Evolve)!));
                Assert.InRange(order.History.Count(happened => happened is OrderCompleted or OrderReturned or OrderRejected or OrderCancelled or OrderExpired), 1, 1);
                SumsUp(order);
                Assert.True(order.State.Status != OrderStatus.Returned || order.History.TrueForAll(happened => happened is not OrderCompleted));
            }

            Assert.Empty(shelf.Stock.Reserved);
        }));

    // A code is on top of the total and no part of it: what completes counts the total alone, what was transferred comes back with the code.
    private static void SumsUp(Known order)
    {
        var placed = (OrderPlaced)order.History[0];
        var fee = order.History.OfType<DeliveryQuoteAgreed>().Select(agreed => agreed.Fee).DefaultIfEmpty(placed.DeliveryFee).Last();
        var code = order.History.OfType<UniqueCodeGiven>().SingleOrDefault();
        var came = order.History.OfType<PaymentReceivedStated>().SingleOrDefault();
        Assert.Equal(placed.Goods + fee, order.State.Total);
        Assert.All(order.History.OfType<OrderCompleted>(), completed => Assert.Equal(order.State.Total, completed.Total));
        Assert.True(code is null || code.Amount == order.State.Total + code.Code);
        Assert.True(came is null || came.Total == order.State.Total || came.Total == code!.Amount);
        Assert.All(order.History.OfType<RefundStated>(), refund => Assert.Equal(came!.Total, refund.Amount));
        Assert.All(order.History.OfType<RefundReceivedStated>(), refund => Assert.Equal(came!.Total, refund.Amount));
    }

    // What is asked again in the same breath has happened already, or is refused; it never happens twice.
    private static Decision<OrderEvent> Repeated(Order order, Decision<OrderEvent> first, DateTimeOffset now) =>
        first is [OrderShipped e] ? order.Ship(e.How, e.Bill, now)
        : first is [ComplaintMade made] ? order.Complain(made.Complaint, made.Kind, made.Photos, now)
        : first.Any(happened => happened is OrderArrived { By: ArrivalWord.Buyer }) ? order.Arrive(ArrivalWord.Buyer, now)
        : first.Any(happened => happened is ComplaintSettled) ? order.SettleComplaint(now)
        : [];

    // Nobody does anything any more but the clock, and a buyer who was promised goods and has waited a week.
    private static (DateTimeOffset, Decision<OrderEvent>) Wait(Order order, DateTimeOffset now) => order.Status switch
    {
        OrderStatus.Placed or OrderStatus.AwaitingQuote or OrderStatus.Quoted => Later(now, order.AnswerBy, order.Expire),
        OrderStatus.Accepted or OrderStatus.Ready when order.Complaint is null =>
            (now + Order.JourneyTime, order.Complain(Guid.NewGuid(), ComplaintKind.NotArrived, [], now + Order.JourneyTime)),
        _ => Later(now, order.DueAt!.Value, order.PassTime),
    };

    private static (DateTimeOffset, Decision<OrderEvent>) Later(DateTimeOffset now, DateTimeOffset due, Func<DateTimeOffset, Decision<OrderEvent>> decide)
    {
        var then = now > due ? now : due;
        return (then, decide(then));
    }

    private static object Told(Order order) => (
        order.Status, order.Total, order.Code, order.Received, order.IsPaid, order.DueAt, order.AnswerBy, order.Proofs.Count, order.Quote,
        order.Complaint?.Stage, order.Complaint?.Offer, order.Complaint?.Proposal, order.Complaint?.Said.Count);

    private static Gen<(OrderStart[] Orders, (int Which, int Act, int Hours)[] Steps)> Lives() =>
        from orders in (
            from handover in Gen.Elements(Handover.Pickup, Handover.Delivery, Handover.Delivery)
            from awaits in Gen.Elements(true, false)
            from quantity in Gen.Choose(1, 5)
            select new OrderStart(handover, awaits, quantity)).NonEmptyListOf()
        from steps in (
            from which in Gen.Choose(0, 9)
            from act in Gen.Choose(0, Acts.Length - 1)
            from hours in Gen.Elements(0, 0, 1, 5, 30, 60, 200)
            select (which, act, hours)).ListOf()
        select (orders.Take(4).ToArray(), steps.ToArray());

    private sealed record OrderStart(Handover Handover, bool Awaits, int Quantity);

    private sealed class Known(Order state, List<OrderEvent> history, int quantity)
    {
        public Order State { get; private set; } = state;

        public List<OrderEvent> History { get; } = history;

        public int Quantity { get; } = quantity;

        /// <summary>Not at its end, or complained of after it.</summary>
        public bool IsOpen => State.IsOpen || State.Complaint is { IsOver: false };

        public void Happen(Decision<OrderEvent> decision, Shelf shelf, DateTimeOffset now)
        {
            History.AddRange(decision);
            State = decision.Aggregate(State, (state, happened) => Order.Evolve(state, happened));
            shelf.Move(State.Id, decision, now);
        }
    }

    private sealed class Shelf
    {
        private readonly Id<Product> _product = Id<Product>.New();

        public Shelf() => Stock = Given.History<Stock, StockEvent>(new StockOpened(_product, Noon), new StockReceived(OnShelf, Noon));

        public Stock Stock { get; private set; }

        public Known Place(OrderStart start)
        {
            var id = Id<Order>.New();
            var placed = Order.Place(
                id, "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
                [new(_product, "Amplang", "bungkus", start.Quantity, new(25_000))], start.Handover, new(12_000), Noon, awaitsQuote: start.Awaits);
            Take(Stock.Reserve(id, start.Quantity, Noon));
            return new(Order.Evolve(null, placed[0]), [.. placed], start.Quantity);
        }

        public void Move(Id<Order> order, Decision<OrderEvent> decision, DateTimeOffset now) => Take(
            decision.Any(happened => happened is OrderCompleted or OrderReturned) ? Stock.Issue(order, now)
            : decision.Any(happened => happened is OrderRejected or OrderCancelled or OrderExpired) ? Stock.Release(order, now)
            : []);

        public void Balances(List<Known> orders)
        {
            Assert.Equal(orders.Where(order => order.State.IsOpen).Sum(order => order.Quantity), Stock.Reserved.Values.Sum());
            Assert.Equal(
                OnShelf - orders.Where(order => order.State.Status is OrderStatus.Completed or OrderStatus.Returned).Sum(order => order.Quantity), Stock.OnHand);
        }

        private void Take(Decision<StockEvent> decision)
        {
            Assert.Null(decision.Refusal);
            Stock = decision.Aggregate(Stock, (state, happened) => Stock.Evolve(state, happened));
        }
    }
}
