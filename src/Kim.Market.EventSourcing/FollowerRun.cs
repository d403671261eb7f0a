using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>One follower on one node: runs while this node leads, and stands still, visibly, at what it cannot apply.</summary>
internal sealed class FollowerRun(IFollower follower, NpgsqlDataSource db, EventStore store)
{
    private readonly FollowerPages _pages = new(follower, db, store);
    private readonly BackOff _backOff = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(1));
    private Task _running = Task.CompletedTask;
    private long _mark;
    private long _notBefore;
    private long _restedAt;
    private volatile Exception? _failure;
    private volatile SessionLock? _lead;

    public FollowerState State => new(
        follower.Name,
        _failure is not null ? FollowerStatus.Stopped : _lead is null ? FollowerStatus.Waiting : FollowerStatus.Running,
        _pages.Reached,
        Interlocked.Read(ref _mark),
        _failure is { } failure ? FollowerError.Describe(failure) : null);

    private bool IsDue => Environment.TickCount64 >= Math.Max(Interlocked.Read(ref _notBefore), Interlocked.Read(ref _restedAt));

    /// <summary>Leads if nobody else does; gives the lead away when the tables are for another version.</summary>
    public async Task SeekLeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (_lead is null && IsDue)
        {
            _lead = await SessionLock.TryTakeAsync(connection, $"follower {follower.Name}", ct);
        }
        else if (_lead is { } lead && _running.IsCompleted && _failure is FollowerSupersededException)
        {
            _lead = null;
            await lead.DisposeAsync();
        }
    }

    /// <summary>Goes on towards the mark, unless it is doing so already.</summary>
    public void Continue(long mark, CancellationToken ct)
    {
        Interlocked.Exchange(ref _mark, mark);
        if (_lead is not null && _running.IsCompleted && IsDue && _pages.HasWork(mark))
        {
            _running = Task.Run(() => RunAsync(ct), CancellationToken.None);
        }
    }

    /// <summary>Waits until it does nothing any more, and gives the lead away.</summary>
    public async Task StopAsync()
    {
        await _running;
        _pages.Forget();
        var lead = _lead;
        (_lead, _failure) = (null, null);
        if (lead is not null)
        {
            await lead.DisposeAsync();
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
#pragma warning disable CA1031 // whatever a follower throws, it stops that follower and nothing else
        try
        {
            // One that rests goes as far as was safe when it woke up; any other as far as it has become safe meanwhile.
            var mark = Interlocked.Read(ref _mark);
            await _pages.FollowAsync(follower.Rest > TimeSpan.Zero ? () => mark : () => Interlocked.Read(ref _mark), Applied, ct);
        }
        catch (Exception failure)
        {
            _pages.Forget();
            if (!ct.IsCancellationRequested && !Progress.IsFence(failure))
            {
                await StandStillAsync(failure, ct);
            }
        }
#pragma warning restore CA1031
    }

    private void Applied()
    {
        _failure = null;
        _backOff.Reset();
        Interlocked.Exchange(ref _restedAt, Environment.TickCount64 + (long)follower.Rest.TotalMilliseconds);
    }

    private async Task StandStillAsync(Exception failure, CancellationToken ct)
    {
        var suspect = Suspect(failure);
        if (suspect is { } upTo && !_pages.OneByOne)
        {
            _pages.SearchUpTo(upTo);
            return;
        }

        _failure = failure;
        Interlocked.Exchange(ref _notBefore, Environment.TickCount64 + (long)_backOff.Next().TotalMilliseconds);
        if (suspect is not null)
        {
            await KeepAsync(failure, ct);
        }
    }

    /// <summary>The last event that may be at fault; null when it is not an event's fault.</summary>
    private long? Suspect(Exception failure) => failure switch
    {
        UnreadableEventException unreadable => unreadable.Sequence,
        NpgsqlException { IsTransient: true } => null,
        _ => _pages.Page.Count > 0 ? _pages.Page[^1].Sequence : null,
    };

    private async Task KeepAsync(Exception failure, CancellationToken ct)
    {
        try
        {
            await db.ExecuteAsync(
                failure is UnreadableEventException unreadable
                    ? FollowerError.Keep(follower, unreadable)
                    : FollowerError.Keep(follower, _pages.Page[^1], failure),
                ct);
        }
        catch (NpgsqlException)
        {
            // The failure is still shown by this node; the next attempt writes it down.
        }
    }
}
