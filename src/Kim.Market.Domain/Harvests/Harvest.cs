using System.Collections.Immutable;
using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Harvests;

public enum HarvestStatus { Announced, Opened, Closed, Failed }

/// <summary>
/// A harvest, or a batch that is made once, of one product: buyers queue while it ripens, and are offered what came in the order in which
/// they came. Nobody pays for a place in line.
/// </summary>
public sealed partial record Harvest(Id<Harvest> Id, Id<Product> Product, Id<Business> Seller, int Least, int Most) : IAggregate<Harvest, HarvestEvent>
{
    /// <summary>So long an offer stands before the next in line is asked.</summary>
    public static readonly TimeSpan OfferTime = TimeSpan.FromHours(48);

    /// <summary>A harvest of which nobody says anything for so long after it was to be ready has failed.</summary>
    public static readonly TimeSpan SilenceTime = TimeSpan.FromDays(14);

    /// <summary>Nobody announces what is further away.</summary>
    public const int FurthestDays = 366;

    public HarvestStatus Status { get; private init; }

    /// <summary>What was expected, and once it is there what came.</summary>
    public int Capacity { get; private init; }

    /// <summary>Null while the seller has not said.</summary>
    public Rupiah? Price { get; private init; }

    public DateOnly ReadyFrom { get; private init; }

    public DateOnly ReadyUntil { get; private init; }

    public DateTimeOffset QueueUntil { get; private init; }

    /// <summary>Everybody who ever stood in line, first come first.</summary>
    public ImmutableArray<QueuePlace> Places { get; private init; } = [];

    /// <summary>What went to the shelf for everybody.</summary>
    public int Shelved { get; private init; }

    public int Confirmed => Sum(PlaceState.Confirmed);

    public int Offered => Sum(PlaceState.Offered);

    /// <summary>What came and is promised to nobody.</summary>
    public int Rest => Status is HarvestStatus.Opened or HarvestStatus.Closed ? Capacity - Confirmed - Offered - Shelved : 0;

    /// <summary>People who wait for their turn, and what they wait for.</summary>
    public (int People, int Quantity) Waiting => Places.Where(place => place.State == PlaceState.Waiting)
        .Aggregate((People: 0, Quantity: 0), (sum, place) => (sum.People + 1, sum.Quantity + place.Wanted));

    /// <summary>When something happens by itself; null where nothing does.</summary>
    public DateTimeOffset? DueAt => Status switch
    {
        HarvestStatus.Announced => GivenUpAt,
        HarvestStatus.Failed => null,
        _ => Places.Where(place => place.State == PlaceState.Offered).Min(place => place.Until),
    };

    /// <summary>At the end of that day, wherever in Indonesia, it is given up.</summary>
    private DateTimeOffset GivenUpAt => new DateTimeOffset(ReadyUntil.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) + SilenceTime;

    public QueuePlace? PlaceOf(Id<QueuePlace> id) => Places.FirstOrDefault(place => place.Id == id);

    /// <summary>Who waits before somebody, and for how much in all.</summary>
    public (int People, int Quantity) Before(Id<QueuePlace> id) => Places.TakeWhile(place => place.Id != id)
        .Where(place => place is { State: PlaceState.Waiting or PlaceState.Offered or PlaceState.Confirmed, IsGivenBack: false })
        .Aggregate((People: 0, Quantity: 0), (sum, place) => (sum.People + 1, sum.Quantity + (place.Offered > 0 ? place.Offered : place.Wanted)));

    private int Sum(PlaceState state) => Places.Where(place => place.State == state && !place.IsGivenBack).Sum(place => place.Offered);

    public static Harvest Evolve(Harvest? state, HarvestEvent happened) => (state, happened) switch
    {
        (null, HarvestAnnounced e) => new(e.Harvest, e.Product, e.Seller, e.Least, e.Most)
        {
            Capacity = e.Capacity,
            Price = e.Price,
            ReadyFrom = e.ReadyFrom,
            ReadyUntil = e.ReadyUntil,
            QueueUntil = e.QueueUntil,
        },
        (not null, HarvestPlaceTaken e) => state with { Places = state.Places.Add(new(e.Place, e.Buyer, e.Quantity)) },
        (not null, HarvestPlaceLeft e) => state.Set(e.Place, place => place with { State = PlaceState.Left }),
        (not null, HarvestOpened e) => state with { Status = HarvestStatus.Opened, Capacity = e.Capacity, Price = e.Price },
        (not null, HarvestOffered e) => state.Set(e.Place, place => place with { State = PlaceState.Offered, Offered = e.Quantity, Until = e.Until }),
        (not null, HarvestOfferConfirmed e) => state.Set(e.Place, place => place with { State = PlaceState.Confirmed, Order = e.Order }),
        (not null, HarvestGivenBack e) => state.Set(e.Place, place => place with { IsGivenBack = true }),
        (not null, HarvestOfferDeclined e) => state.Set(e.Place, place => place with { State = PlaceState.Declined }),
        (not null, HarvestOfferLapsed e) => state.Set(e.Place, place => place with { State = PlaceState.Lapsed }),
        (not null, HarvestClosed) => state.End(HarvestStatus.Closed, PlaceState.Waiting),
        (not null, HarvestRestShelved e) => state with { Shelved = state.Shelved + e.Quantity },
        (not null, HarvestFailed) => state.End(HarvestStatus.Failed, PlaceState.Waiting, PlaceState.Offered),
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };

    private Harvest Set(Id<QueuePlace> id, Func<QueuePlace, QueuePlace> change) =>
        PlaceOf(id) is { } place ? this with { Places = Places.Replace(place, change(place)) } : this;

    private Harvest End(HarvestStatus status, params PlaceState[] missing) => this with
    {
        Status = status,
        Places = [.. Places.Select(place => missing.Contains(place.State) ? place with { State = PlaceState.Missed } : place)],
    };
}
