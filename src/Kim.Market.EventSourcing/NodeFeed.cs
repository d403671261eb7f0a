namespace Kim.Market.EventSourcing;

/// <summary>Shows this node's readers what is committed anywhere.</summary>
internal sealed class NodeFeed(IEnumerable<INodeReader> readers, EventStore store)
{
    private const int PageSize = 1000;

    private readonly INodeReader[] _readers = [.. readers];
    private readonly BackOff _backOff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));
    private Task _running = Task.CompletedTask;
    private long? _seen;
    private long _lookedUpTo;
    private long _notBefore;

    /// <summary>Begins after what is there already.</summary>
    /// <remarks>
    /// It counts from events it has seen, never from the mark: after a crash of the server, numbers below the mark
    /// that nobody committed are handed out again.
    /// </remarks>
    public async Task BeginAsync(long mark, CancellationToken ct)
    {
        _lookedUpTo = 0;
        _seen ??= await store.LastAsync(mark, ct);
    }

    public void Continue(long mark, CancellationToken ct)
    {
        if (_readers.Length > 0 && _running.IsCompleted && mark > _lookedUpTo && Environment.TickCount64 >= _notBefore)
        {
            _running = Task.Run(() => RunAsync(mark, ct), CancellationToken.None);
        }
    }

    public Task StopAsync() => _running;

    private async Task RunAsync(long mark, CancellationToken ct)
    {
#pragma warning disable CA1031 // whatever a reader throws, it is asked again later
        try
        {
            List<Recorded> page;
            do
            {
                page = await store.ReadAllAsync(_seen!.Value, mark, store.KnownTypes, PageSize, ct);
                foreach (var reader in page.Count > 0 ? _readers : [])
                {
                    await reader.SeeAsync(page, ct);
                }

                _seen = page.Count > 0 ? page[^1].Sequence : _seen;
            }
            while (page.Count == PageSize);

            _lookedUpTo = mark;
            _backOff.Reset();
        }
        catch (Exception)
        {
            _notBefore = Environment.TickCount64 + (long)_backOff.Next().TotalMilliseconds;
        }
#pragma warning restore CA1031
    }
}
