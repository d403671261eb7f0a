namespace Kim.Market.EventSourcing;

/// <summary>A state and the version it holds at.</summary>
/// <param name="State">Null when nothing has happened in the stream.</param>
/// <param name="History">The events read: all of them, or those after the snapshot.</param>
public sealed record Loaded<T>(T? State, long Version, IReadOnlyList<Recorded> History);
