using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Harvests;

/// <summary>Everything that can happen to a harvest that buyers queue for. The type names are stored: rename one and history is lost.</summary>
public abstract record HarvestEvent
{
    private protected HarvestEvent() { }
}

/// <summary>A seller says what is going to be harvested, and that one may queue for it.</summary>
/// <param name="Capacity">How much is expected, in the product's unit.</param>
/// <param name="QueueUntil">Nobody joins the queue after that.</param>
/// <param name="Least">Nobody queues for less.</param>
/// <param name="Most">Nobody queues for more.</param>
/// <param name="Price">Null where it is said only when the harvest is there.</param>
public sealed record HarvestAnnounced(
    Id<Harvest> Harvest, Id<Product> Product, Id<Business> Seller, int Capacity, DateOnly ReadyFrom, DateOnly ReadyUntil,
    DateTimeOffset QueueUntil, int Least, int Most, Rupiah? Price, DateTimeOffset At) : HarvestEvent;

/// <summary>Somebody stands in line, behind everybody who came before.</summary>
public sealed record HarvestPlaceTaken(Id<QueuePlace> Place, Id<Buyer> Buyer, int Quantity, DateTimeOffset At) : HarvestEvent;

/// <summary>Somebody who was waiting left the line.</summary>
public sealed record HarvestPlaceLeft(Id<QueuePlace> Place, DateTimeOffset At) : HarvestEvent;

/// <summary>The harvest is there: that much came, at that price.</summary>
public sealed record HarvestOpened(int Capacity, Rupiah Price, DateTimeOffset At) : HarvestEvent;

/// <summary>It is this one's turn.</summary>
/// <param name="Quantity">What was asked for, or what is left where that is less.</param>
/// <param name="Until">Whoever stays silent until then makes room for the next.</param>
public sealed record HarvestOffered(Id<QueuePlace> Place, int Quantity, DateTimeOffset Until, DateTimeOffset At) : HarvestEvent;

/// <summary>They take it: it is an order from now on.</summary>
public sealed record HarvestOfferConfirmed(Id<QueuePlace> Place, Id<Order> Order, DateTimeOffset At) : HarvestEvent;

public sealed record HarvestOfferDeclined(Id<QueuePlace> Place, DateTimeOffset At) : HarvestEvent;

/// <summary>The order that came of a place came to nothing while others still waited: what it held is theirs to be offered.</summary>
public sealed record HarvestGivenBack(Id<QueuePlace> Place, DateTimeOffset At) : HarvestEvent;

/// <summary>They stayed silent for too long.</summary>
public sealed record HarvestOfferLapsed(Id<QueuePlace> Place, DateTimeOffset At) : HarvestEvent;

/// <summary>Nobody is offered anything any more; what was offered before still stands until its time is over.</summary>
/// <param name="BySeller">False where nobody was left to offer to, or nothing to offer.</param>
public sealed record HarvestClosed(bool BySeller, DateTimeOffset At) : HarvestEvent;

/// <summary>What the queue did not take went to the shelf, for everybody.</summary>
public sealed record HarvestRestShelved(int Quantity, DateTimeOffset At) : HarvestEvent;

/// <summary>There is no harvest: nobody gets anything, and nobody owes anything.</summary>
/// <param name="BySilence">Nobody said anything about it long after it was to be ready.</param>
public sealed record HarvestFailed(bool BySilence, DateTimeOffset At) : HarvestEvent;
