namespace Kim.Market.EventSourcing;

/// <summary>A stored event that no registered type can read.</summary>
public sealed class UnreadableEventException(long sequence, Guid stream, string alias, Exception cause)
    : Exception($"Event {sequence} of stream {stream}, stored as '{alias}', cannot be read.", cause)
{
    public long Sequence { get; } = sequence;

    public Guid Stream { get; } = stream;

    public string Alias { get; } = alias;
}
