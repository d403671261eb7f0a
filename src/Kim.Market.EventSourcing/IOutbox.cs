namespace Kim.Market.EventSourcing;

/// <summary>
/// Writes down, in the transaction of the events, that somebody has to hear of them. It is asked once, when they happen: it is no
/// read model, and no rebuild asks it again.
/// </summary>
public interface IOutbox
{
    /// <param name="happened">All events of one commit, in the order in which they were given; without a sequence yet.</param>
    /// <returns>One statement, or null where nobody has to hear of anything.</returns>
    Sql? Write(IReadOnlyList<Recorded> happened, Metadata by);
}
