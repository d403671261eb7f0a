namespace Kim.Market.EventSourcing;

/// <summary>What is known of a stream without reading its events.</summary>
public sealed record StreamHead(
    Guid Stream, string? Kind, long Version, DateTimeOffset Created, DateTimeOffset Updated, bool Archived);
