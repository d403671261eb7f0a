using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Streams of events in Marten's tables: appends to them, reads them, and keeps what is projected inline in step.</summary>
public sealed partial class EventStore(
    NpgsqlDataSource db,
    EventTypes types,
    IEnumerable<IProjection> inline,
    IEnumerable<IStreamView> views,
    TimeProvider? clock = null,
    IOrigins? origins = null,
    IEnumerable<IJoinedView>? joined = null,
    IOutbox? outbox = null)
{
    private const int Attempts = 4;

    private readonly InlineReadModels _inline = new(inline, views, joined ?? []);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    internal EventQueries Queries { get; } = new(types);

    internal IReadOnlyCollection<Type> KnownTypes => types.All;

    /// <summary>
    /// Raised after each commit of this process, before <see cref="CommitAsync"/> returns. A handler must be quick and
    /// must not throw: the events are stored already.
    /// </summary>
    public event Action<IReadOnlyList<Recorded>>? Committed;

    /// <summary>Writes all of a commit in one round trip and one transaction, or nothing of it.</summary>
    /// <returns>The stored events, in the order in which they were given.</returns>
    /// <exception cref="StreamMovedException">A stream is not at its expected version.</exception>
    /// <exception cref="StreamArchivedException">A stream takes no more events.</exception>
    /// <exception cref="ConstraintRefusedException">A read model, a guard or a statement beside the events refused.</exception>
    public async Task<IReadOnlyList<Recorded>> CommitAsync(Commit commit, CancellationToken ct)
    {
        var appends = await WithHistoryAsync(commit.Appends, ct);
        var (by, at) = (By(commit.Metadata), At(commit.Metadata));
        for (var attempt = 1; ; attempt++)
        {
            // What was prepared on one connection is of no use on another.
            using var prepared = new PreparedCommit(commit, by, appends, types, _inline, at, outbox);
            try
            {
                var recorded = await prepared.ExecuteAsync(db, ct);
                if (recorded.Count > 0)
                {
                    Committed?.Invoke(recorded);
                }

                return recorded;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // Streams are locked in one order, but two projections may meet on rows of their own: the loser tries again.
            }
            catch (PostgresException e)
            {
                await ExplainAsync(e, prepared, ct);
                throw;
            }
        }
    }

    /// <summary>Closes a stream: it is no longer loaded and takes no more events. What is projected from it stays.</summary>
    /// <exception cref="StreamMovedException">The stream is not at this version.</exception>
    public async Task ArchiveAsync(Guid stream, long expected, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.Add(
            $"""
            update events.mt_streams
            set is_archived = true, timestamp = case when {expected} in ({Expected.Any}, version) then timestamp end
            where id = {stream}
            """);
        batch.Add($"update events.mt_events set is_archived = true where stream_id = {stream}");
        batch.Add($"delete from events.snapshots where stream_id = {stream}");
        try
        {
            if (await batch.ExecuteNonQueryAsync(ct) == 0)
            {
                throw new StreamMovedException(stream, expected, actual: null);
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.NotNullViolation)
        {
            throw new StreamMovedException(stream, expected, (await HeadAsync(stream, ct))?.Version, e);
        }
    }

    /// <summary>Views fold a stream from its first event; what the caller has not read is read here.</summary>
    private async ValueTask<IReadOnlyList<Appending>> WithHistoryAsync(IReadOnlyList<Appending> appends, CancellationToken ct)
    {
        if (!_inline.HasViews)
        {
            return appends;
        }

        var missing = appends.Where(append => !append.HasWholeHistory && _inline.IsViewed(append.Kind)).ToList();
        if (missing.Count == 0)
        {
            return appends;
        }

        var read = await ReadManyAsync([.. missing.Select(append => append.Stream)], ct);
        foreach (var append in missing.Where(append => read[append.Stream].Count != append.Expected))
        {
            throw await MovedAsync(append, cause: null, ct);
        }

        return [.. appends.Select(append => missing.Contains(append) ? append with { History = read[append.Stream] } : append)];
    }

    /// <summary>With where it comes from, which only the host knows.</summary>
    private Metadata By(Metadata metadata) =>
        metadata.Origin is null && origins?.Current is { } origin ? metadata with { Origin = origin } : metadata;

    /// <summary>As precise as PostgreSQL keeps it, so that an event just stored equals the same event read again.</summary>
    private DateTimeOffset At(Metadata metadata)
    {
        var at = (metadata.At ?? _clock.GetUtcNow()).ToUniversalTime();
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task ExplainAsync(PostgresException failure, PreparedCommit prepared, CancellationToken ct)
    {
        if (prepared.FailedAppend(failure) is { } append)
        {
            throw await MovedAsync(append, failure, ct);
        }

        if (failure is
            {
                SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation
                or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.ExclusionViolation, ConstraintName: { } name
            })
        {
            throw new ConstraintRefusedException(name, failure);
        }
    }

    private async Task<Exception> MovedAsync(Appending append, Exception? cause, CancellationToken ct)
    {
        var head = await HeadAsync(append.Stream, ct);
        return head is { Archived: true }
            ? new StreamArchivedException(append.Stream, cause)
            : new StreamMovedException(append.Stream, append.Expected, head?.Version, cause);
    }
}
