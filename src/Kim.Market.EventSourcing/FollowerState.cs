namespace Kim.Market.EventSourcing;

public enum FollowerStatus
{
    /// <summary>Another node leads.</summary>
    Waiting,

    /// <summary>This node leads; it is up to date or on its way.</summary>
    Running,

    /// <summary>It stands still at an event, or because its tables are not those of its version; it tries again by itself.</summary>
    Stopped,
}

/// <summary>Where a follower stands, as this node knows it.</summary>
/// <param name="Position">Every event up to here has been applied; 0 on a node that has not led yet.</param>
/// <param name="Mark">The position up to which the store is complete.</param>
/// <param name="Error">Why it has stopped; never holds what an event says.</param>
public sealed record FollowerState(string Name, FollowerStatus Status, long Position, long Mark, string? Error);
