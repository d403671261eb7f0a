using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Harvests;

public partial class HarvestTests
{
    private static readonly DateTimeOffset October = new(2026, 10, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset December = new(2026, 12, 5, 2, 0, 0, TimeSpan.Zero);
    private static readonly Id<Harvest> Durian = Id<Harvest>.New();
    private static readonly Id<Product> Fruit = Id<Product>.New();
    private static readonly Id<Business> Stall = Id<Business>.New();
    private static readonly Rupiah Price = new(60_000);

    private static readonly HarvestAnnounced Announced = new(
        Durian, Fruit, Stall, 300, new(2026, 12, 1), new(2027, 1, 20), new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero), 2, 20, Price, October);

    [Fact]
    public void A_seller_announces_what_is_going_to_ripen() => Announce().Then(Announced);

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void Nothing_and_too_much_are_no_harvest(int capacity) => Announce(capacity: capacity).ThenRefused(HarvestRefusals.BadCapacity);

    [Fact]
    public void It_is_ready_after_it_begins_to_be() => Announce(until: new(2026, 11, 30)).ThenRefused(HarvestRefusals.BadReady);

    [Fact]
    public void What_is_past_cannot_be_announced() => Announce(from: new(2026, 9, 1), until: new(2026, 10, 9)).ThenRefused(HarvestRefusals.BadReady);

    [Fact]
    public void What_is_more_than_a_year_away_cannot_be_announced() => Announce(until: new(2028, 1, 1)).ThenRefused(HarvestRefusals.BadReady);

    [Fact]
    public void The_queue_closes_in_the_future() => Announce(queue: October).ThenRefused(HarvestRefusals.BadQueueUntil);

    [Fact]
    public void The_queue_closes_while_the_harvest_may_still_come() =>
        Announce(queue: new(2027, 1, 22, 0, 0, 0, TimeSpan.Zero)).ThenRefused(HarvestRefusals.BadQueueUntil);

    [Theory]
    [InlineData(0, 20)]
    [InlineData(21, 20)]
    [InlineData(2, 301)]
    public void Amounts_make_sense(int least, int most) => Announce(least: least, most: most).ThenRefused(HarvestRefusals.BadAmounts);

    [Fact]
    public void A_price_is_one_or_is_said_later()
    {
        Announce(price: Rupiah.Zero).ThenRefused(HarvestRefusals.BadPrice);
        Assert.Null(((HarvestAnnounced)Announce(isPriced: false)[0]).Price);
    }

    [Fact]
    public void Somebody_joins_the_line()
    {
        var (place, buyer) = (Id<QueuePlace>.New(), Id<Buyer>.New());
        Queued(0).Queue(place, buyer, 10, October).Then(new HarvestPlaceTaken(place, buyer, 10, October));
    }

    [Fact]
    public void Joining_twice_is_joining_once()
    {
        var harvest = Queued(1);
        harvest.Queue(harvest.Places[0].Id, harvest.Places[0].Buyer, 10, October).Then();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public void One_queues_for_what_the_seller_said(int quantity) =>
        Queued(0).Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), quantity, October).ThenRefused(HarvestRefusals.Amount(2, 20));

    [Fact]
    public void Nobody_joins_after_the_day_that_was_said() =>
        Queued(0).Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 10, Announced.QueueUntil).ThenRefused(HarvestRefusals.QueueOver);

    [Fact]
    public void Nobody_joins_once_the_harvest_is_there() =>
        Opened(40).Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 10, December).ThenRefused(HarvestRefusals.QueueOver);

    [Fact]
    public void A_line_has_an_end() =>
        Queued(Limits.QueuePlaces).Queue(Id<QueuePlace>.New(), Id<Buyer>.New(), 10, October).ThenRefused(HarvestRefusals.QueueFull);

    [Fact]
    public void Of_forty_the_first_thirty_are_offered_theirs()
    {
        var queued = Queued(40);

        var opened = queued.Open(300, Price, December);

        Assert.Equal(queued.Places.Take(30).Select(place => place.Id), opened.OfType<HarvestOffered>().Select(offer => offer.Place));
        Assert.All(opened.OfType<HarvestOffered>(), offer => Assert.Equal((10, December.AddHours(48)), (offer.Quantity, offer.Until)));
    }

    [Fact]
    public void What_really_came_counts() => Assert.Equal(12, Queued(40).Open(120, Price, December).OfType<HarvestOffered>().Count());

    [Fact]
    public void Whose_turn_it_is_gets_what_is_left() =>
        Assert.Equal(5, Queued(40).Open(25, Price, December).OfType<HarvestOffered>().Last().Quantity);

    [Fact]
    public void Less_than_the_least_is_offered_to_nobody() =>
        Assert.Equal(2, Queued(40).Open(21, Price, December).OfType<HarvestOffered>().Count());

    [Fact]
    public void A_promised_price_does_not_rise()
    {
        Queued(1).Open(300, new(60_001), December).ThenRefused(HarvestRefusals.PriceRaised(Price));
        Assert.Null(Queued(1).Open(300, new(55_000), December).Refusal);
    }

    [Fact]
    public void Opening_twice_is_opening_once()
    {
        Opened(40).Open(300, Price, December.AddDays(1)).Then();
        Opened(40).Open(200, Price, December.AddDays(1)).ThenRefused(HarvestRefusals.AlreadyOpened);
    }

    [Fact]
    public void A_harvest_without_a_line_is_over_at_once() =>
        Queued(0).Open(300, Price, December).Then(new HarvestOpened(300, Price, December), new HarvestClosed(BySeller: false, December));

    [Fact]
    public void Whoever_says_no_makes_room_for_the_next()
    {
        var harvest = Opened(40);

        harvest.Leave(harvest.Places[3].Id, December.AddHours(1)).Then(
            new HarvestOfferDeclined(harvest.Places[3].Id, December.AddHours(1)),
            new HarvestOffered(harvest.Places[30].Id, 10, December.AddHours(49), December.AddHours(1)));
    }

    [Fact]
    public void Whoever_stays_silent_makes_room_too()
    {
        var harvest = Opened(40);
        harvest = After(harvest, harvest.Confirm(harvest.Places[0].Id, Id<Order>.New(), December.AddHours(47)));

        var passed = harvest.PassTime(December.AddHours(48));

        Assert.Equal(29, passed.OfType<HarvestOfferLapsed>().Count());
        Assert.Equal(harvest.Places.Skip(30).Select(place => place.Id), passed.OfType<HarvestOffered>().Select(offer => offer.Place));
    }

    [Fact]
    public void Before_its_time_nothing_happens() => Opened(40).PassTime(December.AddHours(48).AddTicks(-1)).Then();

    [Fact]
    public void An_offer_stands_for_two_days()
    {
        var harvest = Opened(40);
        var order = Id<Order>.New();

        harvest.Confirm(harvest.Places[0].Id, order, December.AddHours(48).AddTicks(-1))
            .Then(new HarvestOfferConfirmed(harvest.Places[0].Id, order, December.AddHours(48).AddTicks(-1)));
        harvest.Confirm(harvest.Places[0].Id, order, December.AddHours(48)).ThenRefused(HarvestRefusals.OfferOver);
    }

    [Fact]
    public void Only_whose_turn_it_is_confirms()
    {
        var harvest = Opened(40);
        harvest.Confirm(harvest.Places[30].Id, Id<Order>.New(), December).ThenRefused(HarvestRefusals.NotOffered);
    }

    [Fact]
    public void Confirming_twice_is_one_order()
    {
        var harvest = Opened(40);
        harvest = After(harvest, harvest.Confirm(harvest.Places[0].Id, Id<Order>.New(), December));

        harvest.Confirm(harvest.Places[0].Id, Id<Order>.New(), December).Then();
        harvest.Leave(harvest.Places[0].Id, December).ThenRefused(HarvestRefusals.Ordered);
    }

    [Fact]
    public void When_all_have_spoken_the_line_is_over_and_the_rest_can_go_to_the_shelf()
    {
        var harvest = Opened(3);
        harvest = After(harvest, harvest.Confirm(harvest.Places[0].Id, Id<Order>.New(), December));
        harvest = After(harvest, harvest.Leave(harvest.Places[1].Id, December));
        harvest = After(harvest, harvest.Leave(harvest.Places[2].Id, December));

        Assert.Equal(HarvestStatus.Closed, harvest.Status);
        harvest.Shelve(December).Then(new HarvestRestShelved(290, December));
        After(harvest, harvest.Shelve(December)).Shelve(December).Then();
    }

    [Fact]
    public void While_others_may_still_get_it_nothing_goes_to_the_shelf() => Opened(3).Shelve(December).ThenRefused(HarvestRefusals.NotClosed);

    [Fact]
    public void A_seller_who_closes_leaves_what_is_offered_and_asks_nobody_else()
    {
        var harvest = Opened(40);
        harvest = After(harvest, harvest.Close(December));

        Assert.All(harvest.Places.Skip(30), place => Assert.Equal(PlaceState.Missed, place.State));
        harvest.Leave(harvest.Places[0].Id, December).Then(new HarvestOfferDeclined(harvest.Places[0].Id, December));
        Assert.Null(harvest.Confirm(harvest.Places[1].Id, Id<Order>.New(), December).Refusal);
        harvest.Close(December).Then();
    }

    [Fact]
    public void A_harvest_that_failed_is_over_for_everybody()
    {
        var harvest = After(Queued(40), Queued(40).Fail(December));

        Assert.All(harvest.Places, place => Assert.Equal(PlaceState.Missed, place.State));
        harvest.Fail(December).Then();
        harvest.Open(300, Price, December).ThenRefused(HarvestRefusals.Over);
        harvest.Confirm(harvest.Places[0].Id, Id<Order>.New(), December).ThenRefused(HarvestRefusals.NotOffered);
    }

    [Fact]
    public void What_spoils_after_it_came_takes_no_order_back()
    {
        var harvest = Opened(40);
        harvest = After(harvest, harvest.Confirm(harvest.Places[0].Id, Id<Order>.New(), December));
        harvest = After(harvest, harvest.Fail(December));

        Assert.Equal(PlaceState.Confirmed, harvest.Places[0].State);
        Assert.All(harvest.Places.Skip(1), place => Assert.Equal(PlaceState.Missed, place.State));
    }

    [Fact]
    public void A_harvest_of_which_nobody_says_anything_has_failed()
    {
        var givenUp = new DateTimeOffset(2027, 2, 4, 0, 0, 0, TimeSpan.Zero);

        Queued(2).PassTime(givenUp.AddTicks(-1)).Then();
        Queued(2).PassTime(givenUp).Then(new HarvestFailed(BySilence: true, givenUp));
    }

    [Fact]
    public void Whoever_leaves_stands_in_nobodys_way()
    {
        var harvest = Queued(3);
        harvest = After(harvest, harvest.Leave(harvest.Places[0].Id, October));

        Assert.Equal((1, 10), harvest.Before(harvest.Places[2].Id));
        Assert.Equal((2, 20), harvest.Waiting);
        harvest.Leave(harvest.Places[0].Id, October).Then();
    }

    private static Decision<HarvestEvent> Announce(
        int capacity = 300, DateOnly? from = null, DateOnly? until = null, DateTimeOffset? queue = null, int least = 2, int most = 20,
        Rupiah? price = null, bool isPriced = true) => Harvest.Announce(
        Durian, Fruit, Stall, capacity, from ?? Announced.ReadyFrom, until ?? Announced.ReadyUntil, queue ?? Announced.QueueUntil,
        least, most, isPriced ? price ?? Price : null, October);

    private static Harvest Queued(int people) => Given.History<Harvest, HarvestEvent>(
        [Announced, .. Enumerable.Range(0, people).Select(_ => new HarvestPlaceTaken(Id<QueuePlace>.New(), Id<Buyer>.New(), 10, October))]);

    private static Harvest Opened(int people)
    {
        var queued = Queued(people);
        return After(queued, queued.Open(300, Price, December));
    }

    private static Harvest After(Harvest harvest, Decision<HarvestEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Aggregate(harvest, Harvest.Evolve);
    }
}
