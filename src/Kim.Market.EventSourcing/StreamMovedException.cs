namespace Kim.Market.EventSourcing;

/// <summary>A stream is not at the version that an append expected: someone was faster, or the id is taken.</summary>
public sealed class StreamMovedException(Guid stream, long expected, long? actual, Exception? cause = null)
    : Exception(
        actual is null
            ? $"Stream {stream} was expected at version {expected} and does not exist."
            : $"Stream {stream} was expected at version {expected} and is at {actual}.",
        cause)
{
    public Guid Stream { get; } = stream;

    public long Expected { get; } = expected;

    /// <summary>Null when there is no such stream.</summary>
    public long? Actual { get; } = actual;
}
