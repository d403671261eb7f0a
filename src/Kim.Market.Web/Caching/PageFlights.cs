using System.Collections.Concurrent;

namespace Kim.Market.Web.Caching;

/// <summary>The pages being rendered right now: who asks for one of them waits instead of rendering it again.</summary>
internal sealed class PageFlights(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<PageKey, TaskCompletionSource<CachedPage?>> _flights = new();

    /// <summary>True for the first who asks: it renders, and must <see cref="Land"/> in the end.</summary>
    public bool TryTakeOff(PageKey key, out TaskCompletionSource<CachedPage?> flight)
    {
        var own = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        flight = _flights.GetOrAdd(key, own);
        return ReferenceEquals(flight, own);
    }

    /// <summary>The page somebody else rendered, or null when it took too long or could not be kept.</summary>
    public async Task<CachedPage?> WaitAsync(TaskCompletionSource<CachedPage?> flight, CancellationToken ct)
    {
        try
        {
            return await flight.Task.WaitAsync(Patience, clock, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public void Land(PageKey key, TaskCompletionSource<CachedPage?> flight, CachedPage? page)
    {
        _flights.TryRemove(new(key, flight));
        flight.TrySetResult(page);
    }
}
