using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Harvests;

public sealed partial record Harvest
{
    public static Decision<HarvestEvent> Announce(
        Id<Harvest> id, Id<Product> product, Id<Business> seller, int capacity, DateOnly readyFrom, DateOnly readyUntil,
        DateTimeOffset queueUntil, int least, int most, Rupiah? price, DateTimeOffset now)
    {
        var today = Products.Product.DayOf(now);
        return capacity is < 1 or > Limits.Stock ? HarvestRefusals.BadCapacity
            : readyUntil < readyFrom || readyUntil < today || readyUntil > today.AddDays(FurthestDays) ? HarvestRefusals.BadReady
            : queueUntil <= now || Products.Product.DayOf(queueUntil) > readyUntil ? HarvestRefusals.BadQueueUntil
            : least < 1 || most < least || most > Math.Min(capacity, Limits.Quantity) ? HarvestRefusals.BadAmounts
            : price is { } said && !IsPrice(said) ? HarvestRefusals.BadPrice
            : [new HarvestAnnounced(id, product, seller, capacity, readyFrom, readyUntil, queueUntil, least, most, price, now)];
    }

    /// <summary>Somebody joins the line.</summary>
    public Decision<HarvestEvent> Queue(Id<QueuePlace> place, Id<Buyer> buyer, int quantity, DateTimeOffset now) =>
        PlaceOf(place) is not null ? []
        : Status != HarvestStatus.Announced || now >= QueueUntil ? HarvestRefusals.QueueOver
        : quantity < Least || quantity > Most ? HarvestRefusals.Amount(Least, Most)
        : Places.Length >= Limits.QueuePlaces ? HarvestRefusals.QueueFull
        : [new HarvestPlaceTaken(place, buyer, quantity, now)];

    /// <summary>They do not want it any more: whoever waits leaves the line, whoever was asked says no.</summary>
    public Decision<HarvestEvent> Leave(Id<QueuePlace> id, DateTimeOffset now) => PlaceOf(id)?.State switch
    {
        null => HarvestRefusals.NoPlace,
        PlaceState.Waiting => Then(new HarvestPlaceLeft(id, now), now),
        PlaceState.Offered => Then(new HarvestOfferDeclined(id, now), now),
        PlaceState.Confirmed => HarvestRefusals.Ordered,
        _ => [],
    };

    /// <summary>The harvest is there. The first in line are offered theirs, as far as it goes.</summary>
    /// <param name="capacity">What really came.</param>
    public Decision<HarvestEvent> Open(int capacity, Rupiah price, DateTimeOffset now) => Status switch
    {
        HarvestStatus.Failed => HarvestRefusals.Over,
        not HarvestStatus.Announced => Capacity == capacity && Price == price ? [] : HarvestRefusals.AlreadyOpened,
        _ when capacity is < 1 or > Limits.Stock => HarvestRefusals.BadCapacity,
        _ when !IsPrice(price) => HarvestRefusals.BadPrice,
        _ when Price is { } promised && price > promised => HarvestRefusals.PriceRaised(promised),
        _ => Then(new HarvestOpened(capacity, price, now), now),
    };

    /// <summary>They take what they are offered.</summary>
    public Decision<HarvestEvent> Confirm(Id<QueuePlace> id, Id<Order> order, DateTimeOffset now) => PlaceOf(id) switch
    {
        null => HarvestRefusals.NoPlace,
        { State: PlaceState.Confirmed } => [],
        { State: PlaceState.Offered } place => now < place.Until ? Then(new HarvestOfferConfirmed(id, order, now), now) : HarvestRefusals.OfferOver,
        { State: PlaceState.Lapsed } => HarvestRefusals.OfferOver,
        _ => HarvestRefusals.NotOffered,
    };

    /// <summary>
    /// The order of a place came to nothing. As long as somebody waits to whom it can be offered, what it held goes on to them; when the line
    /// is over it lies on the shelf, for everybody.
    /// </summary>
    public Decision<HarvestEvent> GiveBack(Id<QueuePlace> id, Id<Order> order, DateTimeOffset now) =>
        Status == HarvestStatus.Opened && PlaceOf(id) is { State: PlaceState.Confirmed, IsGivenBack: false } place && place.Order == order
        && Waiting.People > 0 && Rest + place.Offered >= Least
            ? Then(new HarvestGivenBack(id, now), now)
            : [];

    /// <summary>The seller offers to nobody else: fresh goods cannot wait for the whole line.</summary>
    public Decision<HarvestEvent> Close(DateTimeOffset now) => Status switch
    {
        HarvestStatus.Closed => [],
        HarvestStatus.Opened => [new HarvestClosed(BySeller: true, now)],
        HarvestStatus.Announced => HarvestRefusals.NotOpened,
        _ => HarvestRefusals.Over,
    };

    /// <summary>What the queue did not take can be bought by everybody.</summary>
    public Decision<HarvestEvent> Shelve(DateTimeOffset now) => Status switch
    {
        HarvestStatus.Closed => Rest > 0 ? [new HarvestRestShelved(Rest, now)] : [],
        HarvestStatus.Failed => HarvestRefusals.Over,
        _ => HarvestRefusals.NotClosed,
    };

    /// <summary>Nothing came, or it spoiled. Orders that were placed stand: their seller answers for each.</summary>
    public Decision<HarvestEvent> Fail(DateTimeOffset now) => Status switch
    {
        HarvestStatus.Failed => [],
        HarvestStatus.Closed => HarvestRefusals.Over,
        _ => [new HarvestFailed(BySilence: false, now)],
    };

    /// <summary>What time alone brings about: silence is a no, of a buyer as of a seller.</summary>
    public Decision<HarvestEvent> PassTime(DateTimeOffset now) => DueAt is not { } due || now < due ? []
        : Status == HarvestStatus.Announced ? [new HarvestFailed(BySilence: true, now)]
        : Then([.. Places.Where(place => place.State == PlaceState.Offered && place.Until <= now).Select(place => new HarvestOfferLapsed(place.Id, now))], now);

    private static bool IsPrice(Rupiah price) => price > Rupiah.Zero && price <= Rupiah.Highest;

    private Decision<HarvestEvent> Then(HarvestEvent happened, DateTimeOffset now) => Then([happened], now);

    /// <summary>What follows at once: what became free is offered to the next in line, and when nothing is left to say the line is over.</summary>
    private Decision<HarvestEvent> Then(HarvestEvent[] happened, DateTimeOffset now)
    {
        var events = new List<HarvestEvent>(happened);
        var state = happened.Aggregate(this, Evolve);
        if (state.Status != HarvestStatus.Opened)
        {
            return [.. events];
        }

        var rest = state.Rest;
        var isAsked = state.Places.Any(place => place.State == PlaceState.Offered);
        foreach (var next in state.Places.Where(place => place.State == PlaceState.Waiting))
        {
            if (rest < Least)
            {
                break;
            }

            var offered = Math.Min(next.Wanted, rest);
            events.Add(new HarvestOffered(next.Id, offered, now + OfferTime, now));
            (rest, isAsked) = (rest - offered, true);
        }

        if (!isAsked)
        {
            events.Add(new HarvestClosed(BySeller: false, now));
        }

        return [.. events];
    }
}
