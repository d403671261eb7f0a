namespace Kim.Market.EventSourcing;

/// <summary>An archived stream takes no more events.</summary>
public sealed class StreamArchivedException(Guid stream, Exception? cause = null)
    : Exception($"Stream {stream} is archived.", cause)
{
    public Guid Stream { get; } = stream;
}
