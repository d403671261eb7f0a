namespace Kim.Market.EventSourcing;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Done">Events that are in the new rows.</param>
/// <param name="Total">Events that there were when it began.</param>
public sealed record RebuildProgress(string Name, long Done, long Total);
