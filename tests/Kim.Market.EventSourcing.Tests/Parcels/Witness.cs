using System.Collections.Concurrent;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>Remembers what a node was shown.</summary>
public sealed class Witness : INodeReader
{
    private readonly ConcurrentQueue<Recorded> _seen = new();

    public IReadOnlyList<Recorded> Seen => [.. _seen];

    public Task SeeAsync(IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        foreach (var recorded in events)
        {
            _seen.Enqueue(recorded);
        }

        return Task.CompletedTask;
    }
}
