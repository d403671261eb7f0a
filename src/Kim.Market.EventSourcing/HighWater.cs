using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>The position up to which no event can appear any more. Sequence numbers are drawn in one order and committed in another.</summary>
/// <remarks>
/// <c>nextval</c> takes a lock on the sequence before it hands out a number, and the lock stays until the transaction
/// has ended. So whatever the sequence has handed out is final once all who held that lock after it was read are gone.
/// Rolled back numbers need no waiting and unrelated transactions do not matter. It needs a sequence with
/// <c>cache 1</c>, and writers that draw their numbers inside their transaction.
/// A mark must not outlive its connection: numbers that nobody committed are handed out again after a crash.
/// </remarks>
public sealed class HighWater(NpgsqlConnection connection)
{
    private long _awaited;
    private HashSet<string>? _awaitedHolders;

    /// <summary>The last position known to be safe.</summary>
    public long Mark { get; private set; }

    /// <summary>Looks again, in one round trip.</summary>
    public async Task<long> AdvanceAsync(CancellationToken ct)
    {
        var (drawn, holders) = await LookAsync(ct);
        if (_awaitedHolders is not null && !_awaitedHolders.Overlaps(holders))
        {
            Mark = _awaited;
            _awaitedHolders = null;
        }

        if (_awaitedHolders is null && drawn > Mark)
        {
            (_awaited, _awaitedHolders) = (drawn, holders);
            if (holders.Count == 0)
            {
                Mark = drawn;
                _awaitedHolders = null;
            }
        }

        return Mark;
    }

    /// <summary>Looks until everything that has been drawn by now is safe.</summary>
    public async Task<long> CatchUpAsync(CancellationToken ct)
    {
        var (drawn, _) = await LookAsync(ct);
        while (await AdvanceAsync(ct) < drawn)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), ct);
        }

        return Mark;
    }

    private async Task<(long Drawn, HashSet<string> Holders)> LookAsync(CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();

        // The order decides: a holder that is gone by the second statement has ended since it drew what the first one read.
        // A plain select of last_value would not do: it can catch nextval while it logs 32 numbers ahead.
        batch.Add($"select coalesce(pg_sequence_last_value('events.mt_events_sequence'), 0)");
        batch.Add(
            $"""
            select virtualtransaction
            from pg_locks
            where locktype = 'relation'
                and database = (select oid from pg_database where datname = current_database())
                and relation = 'events.mt_events_sequence'::regclass
                and mode = 'RowExclusiveLock'
                and granted
                and pid is distinct from pg_backend_pid()
                and (select pg_sequence_last_value('events.mt_events_sequence')) > {Mark}
            """);
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var drawn = row.GetInt64(0);
        await row.NextResultAsync(ct);
        var holders = new HashSet<string>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            holders.Add(row.GetString(0));
        }

        return (drawn, holders);
    }
}
