namespace Kim.Market.EventSourcing;

/// <summary>One stored event and where it stands: in its stream, and in the whole store.</summary>
/// <param name="Sequence">Its place in the whole store; 0 while its commit is still being written.</param>
/// <param name="Version">
/// Its place in its stream, from 1; 0 while a commit with <see cref="Expected.Any"/> is still being written.
/// </param>
/// <param name="Type">The name it is stored under.</param>
public sealed record Recorded(
    long Sequence, Guid Stream, long Version, DateTimeOffset Timestamp, string Type, object Data, Metadata Metadata);
