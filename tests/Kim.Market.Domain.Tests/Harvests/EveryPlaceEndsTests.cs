using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Harvests;

/// <summary>Whatever a seller, a line of buyers and the clock do, in whichever order: nobody is promised what is not there, and everybody hears an end.</summary>
public class EveryPlaceEndsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 10, 4, 0, 0, TimeSpan.Zero);
    private static readonly Rupiah Price = new(60_000);

    private static readonly Func<Harvest, int, DateTimeOffset, Decision<HarvestEvent>>[] Acts =
    [
        (harvest, _, now) => harvest.Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 2 + (harvest.Places.Length % 9), now),
        (harvest, _, now) => harvest.Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 2 + (harvest.Places.Length % 9), now),
        (harvest, _, now) => harvest.Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 2 + (harvest.Places.Length % 9), now),
        (harvest, number, now) => harvest.Leave(Somebody(harvest, number), now),
        (harvest, number, now) => harvest.Confirm(Somebody(harvest, number), Id<Order>.New(), now),
        (harvest, number, now) => harvest.Confirm(Somebody(harvest, number), Id<Order>.New(), now),
        (harvest, number, now) => GiveBack(harvest, Somebody(harvest, number), now),
        (harvest, number, now) => harvest.Open(1 + (number * 7 % 60), Price, now),
        (harvest, _, now) => harvest.PassTime(now),
        (harvest, _, now) => harvest.PassTime(now),
        (harvest, _, now) => harvest.Shelve(now),
    ];

    // Rare, else no line would ever move.
    private static readonly Func<Harvest, int, DateTimeOffset, Decision<HarvestEvent>>[] Ends =
        [(harvest, _, now) => harvest.Close(now), (harvest, _, now) => harvest.Fail(now)];

    [Fact]
    public void Never_more_than_came_is_promised_and_every_place_ends() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Arb.From(Lives()), steps =>
        {
            var id = Id<Harvest>.New();
            List<HarvestEvent> history = [.. Harvest.Announce(
                id, Id<Product>.New(), Id<Business>.New(), 50, new(2026, 12, 1), new(2027, 1, 20), Noon.AddDays(30), 2, 10, Price, Noon)];
            var harvest = history.Aggregate((Harvest?)null, Harvest.Evolve)!;
            var now = Noon;
            foreach (var (act, number, hours) in steps)
            {
                now += TimeSpan.FromHours(hours);
                var decide = act < 0 ? Ends[number % Ends.Length] : Acts[act];
                Happen(decide(harvest, number, now));
            }

            for (var patience = 0; harvest.DueAt is { } due && patience < 200; patience++)
            {
                now = now > due ? now : due;
                Happen(harvest.PassTime(now));
            }

            Assert.True(harvest.Status is HarvestStatus.Closed or HarvestStatus.Failed, $"{harvest.Status} never ends.");
            Assert.DoesNotContain(harvest.Places, place => place.State is PlaceState.Waiting or PlaceState.Offered);
            var replayed = history.Aggregate((Harvest?)null, Harvest.Evolve)!;
            Assert.Equal(harvest.Places, replayed.Places);
            Assert.Equal((harvest.Status, harvest.Capacity, harvest.Rest, harvest.Price), (replayed.Status, replayed.Capacity, replayed.Rest, replayed.Price));

            void Happen(Decision<HarvestEvent> decision)
            {
                history.AddRange(decision);
                harvest = decision.Aggregate(harvest, Harvest.Evolve);
                Assert.True(harvest.Status == HarvestStatus.Announced || harvest.Confirmed + harvest.Offered + harvest.Shelved <= harvest.Capacity);
                Assert.All(harvest.Places, place => Assert.True(place.Offered <= place.Wanted));
            }
        }));

    [Fact]
    public void Nobody_is_asked_before_whoever_came_first() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Arb.From(Gen.Choose(1, 120)), came =>
        {
            var harvest = Harvest.Announce(
                Id<Harvest>.New(), Id<Product>.New(), Id<Business>.New(), 50, new(2026, 12, 1), new(2027, 1, 20), Noon.AddDays(30), 2, 10, Price, Noon)
                .Aggregate((Harvest?)null, Harvest.Evolve)!;
            for (var i = 0; i < 12; i++)
            {
                harvest = harvest.Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 2 + (i % 9), Noon).Aggregate(harvest, Harvest.Evolve);
            }

            harvest = harvest.Open(came, Price, Noon).Aggregate(harvest, Harvest.Evolve);
            Assert.DoesNotContain(harvest.Places.SkipWhile(place => place.State == PlaceState.Offered), place => place.State == PlaceState.Offered);
        }));

    private static Decision<HarvestEvent> GiveBack(Harvest harvest, Id<QueuePlace> place, DateTimeOffset now) =>
        harvest.GiveBack(place, harvest.PlaceOf(place)?.Order ?? Id<Order>.New(), now);

    private static Id<QueuePlace> Somebody(Harvest harvest, int number) =>
        harvest.Places.IsEmpty ? Id<QueuePlace>.New() : harvest.Places[number % harvest.Places.Length].Id;

    private static Gen<List<(int Act, int Number, int Hours)>> Lives() =>
        (from act in Gen.Frequency((30, Gen.Choose(0, Acts.Length - 1)), (1, Gen.Constant(-1)))
         from number in Gen.Choose(0, 40)
         from hours in Gen.Elements(0, 0, 1, 5, 30, 60, 400)
         select (act, number, hours)).ListOf().Select(steps => steps.ToList());
}
