using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Takes one follower from page to page, each in one transaction with the position it reaches.</summary>
internal sealed class FollowerPages(IFollower follower, NpgsqlDataSource db, EventStore store)
{
    /// <summary>Positions with no event to apply are saved this often only.</summary>
    private static readonly TimeSpan IdleSave = TimeSpan.FromSeconds(1);

    private long? _saved;
    private long _savedAt;
    private long _reached;
    private bool _hasError;
    private long _suspect;

    public long Reached => Interlocked.Read(ref _reached);

    /// <summary>The page at hand; empty between pages.</summary>
    public IReadOnlyList<Recorded> Page { get; private set; } = [];

    /// <summary>Whether events are taken one by one, so that the one that fails is known.</summary>
    public bool OneByOne { get; private set; }

    private int PageSize => OneByOne ? 1 : follower.PageSize;

    private bool IsSaveDue => Environment.TickCount64 - _savedAt >= IdleSave.TotalMilliseconds;

    public bool HasWork(long mark) => _saved is null || mark > _reached || (_reached > _saved && IsSaveDue);

    /// <summary>Forgets where it stands, since it failed or someone else may have moved.</summary>
    public void Forget() => _saved = null;

    /// <summary>Takes events one by one until it is past this position.</summary>
    public void SearchUpTo(long suspect) => (OneByOne, _suspect) = (true, suspect);

    /// <summary>Applies everything up to the mark, which may grow meanwhile.</summary>
    public async Task FollowAsync(Func<long> mark, Action applied, CancellationToken ct)
    {
        Page = [];
        if (_saved is null)
        {
            await BeginAsync(ct);
        }

        var reading = Read(_reached, mark(), ct);
        while (reading.UpTo > reading.After)
        {
            Page = await reading.Events;
            var to = Page.Count < reading.Limit ? reading.UpTo : Page[^1].Sequence;

            // The next page is read while this one is written.
            reading = Read(to, mark(), ct);
            try
            {
                await ApplyAsync(to, ct);
                Page = [];
                applied();
            }
            catch
            {
                await ((Task)reading.Events).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
        }

        if (_reached > _saved && IsSaveDue)
        {
            await ApplyAsync(_reached, ct);
        }
    }

    private Reading Read(long after, long upTo, CancellationToken ct) => new(
        after,
        upTo,
        PageSize,
        upTo > after
            ? store.ReadAllAsync(after, upTo, follower.Handles, PageSize, ct)
            : Task.FromResult(new List<Recorded>()));

    /// <exception cref="FollowerSupersededException">The tables are those of another version.</exception>
    private async Task BeginAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(Progress.Begin(follower), ct);
        var found = await connection.QueryAsync(
            $"""
            select p.last_seq_id, m.fingerprint, exists (select from events.projection_errors where name = {follower.Name})
            from events.mt_event_progression p
            left join events.read_models m on m.name = {follower.Name}
            where p.name = {Progress.NameOf(follower)}
            """,
            row => (Position: row.GetInt64(0), Fingerprint: row.IsDBNull(1) ? null : row.GetString(1), HasError: row.GetBoolean(2)),
            ct);
        var (position, fingerprint, hasError) = found[0];
        if (fingerprint != ((IReadModel)follower).Fingerprint)
        {
            throw new FollowerSupersededException(follower.Name);
        }

        _saved = position;
        _hasError = hasError;
        Interlocked.Exchange(ref _reached, position);
    }

    private async Task ApplyAsync(long to, CancellationToken ct)
    {
        if (Page.Count > 0 || IsSaveDue)
        {
            await using var connection = await db.OpenConnectionAsync(ct);
            await using var batch = connection.CreateBatch();
            if (Page.Count > 0)
            {
                await follower.ApplyAsync(Page, connection, batch, ct);
            }

            if (Page.Count > 0 && _hasError)
            {
                batch.Add(FollowerError.Forget(follower));
            }

            batch.Add(Progress.Move(follower, from: _saved!.Value, to));
            await batch.ExecuteNonQueryAsync(ct);
            _hasError &= Page.Count == 0;
            _saved = to;
            _savedAt = Environment.TickCount64;
        }

        Interlocked.Exchange(ref _reached, to);
        OneByOne &= to < _suspect;
    }

    private readonly record struct Reading(long After, long UpTo, int Limit, Task<List<Recorded>> Events);
}
