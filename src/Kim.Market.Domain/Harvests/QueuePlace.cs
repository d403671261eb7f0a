using Kim.Market.Domain.Orders;

namespace Kim.Market.Domain.Harvests;

/// <summary>How far somebody in line is.</summary>
public enum PlaceState
{
    Waiting,
    Offered,
    Confirmed,
    Left,
    Declined,
    Lapsed,

    /// <summary>It ended before it was their turn, or failed.</summary>
    Missed,
}

/// <summary>Somebody in the line for a harvest. Who it is stands in the vault.</summary>
/// <param name="Wanted">What they queue for.</param>
public sealed record QueuePlace(Id<QueuePlace> Id, Id<Buyer> Buyer, int Wanted)
{
    public PlaceState State { get; init; }

    /// <summary>What they were offered; zero before that.</summary>
    public int Offered { get; init; }

    /// <summary>Until when the offer stands.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The order came to nothing, and what it held went on to the next in line.</summary>
    public bool IsGivenBack { get; init; }

    /// <summary>What became of it.</summary>
    public Id<Order>? Order { get; init; }

    /// <summary>The checkout of their order: the key to a place in line is the key to the order as well.</summary>
    public Id<Checkout> Checkout => new(Id.Value);
}
