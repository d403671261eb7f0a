namespace Kim.Market.EventSourcing;

/// <summary>
/// Sees, on every node, each event that is committed anywhere after <see cref="Followers.Ready"/>, once and in order:
/// for what a node keeps in memory.
/// </summary>
/// <remarks>Events of a type that this node does not know yet are left out.</remarks>
public interface INodeReader
{
    Task SeeAsync(IReadOnlyList<Recorded> events, CancellationToken ct);
}
