using System.Data;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>What the ledger's own check last found.</summary>
/// <param name="CheckedAt">Null before the first time.</param>
/// <param name="Events">Up to which event it stood.</param>
/// <param name="Troubles">Rows that are not what the events say; a few of them, where there are many.</param>
/// <param name="AskedAt">Somebody wants it made anew, and it is not done.</param>
public sealed record LedgerCheck(DateTime? CheckedAt, long Events, long Entries, IReadOnlyList<string> Troubles, DateTime? AskedAt, long Done, long Total)
{
    public bool IsGood => Troubles.Count == 0;
}

/// <summary>Holds the ledger's rows against their seals, names those that do not fit by what the events say, and makes it anew where somebody asks.</summary>
public sealed class LedgerChecks(NpgsqlDataSource db, Rebuild rebuild, TimeProvider clock)
{
    private const string Ledger = "ledger";
    private const int Named = 20;

    public async Task<LedgerCheck> LastAsync(CancellationToken ct) => (await db.QueryAsync(
        $"select checked_at, events, entries, troubles, asked_at, done, total from app.ledger_checks",
        row => new LedgerCheck(
            row.Maybe<DateTime>(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<string[]>(3), row.Maybe<DateTime>(4), row.GetInt64(5), row.GetInt64(6)),
        ct))[0];

    /// <summary>Somebody wants it made anew; asking again while it is on its way changes nothing.</summary>
    public Task AskAsync(Asker asker, CancellationToken ct) => db.ExecuteAsync(
        $"update app.ledger_checks set asked_at = {clock.GetUtcNow()}, asked_by = {asker.Scope}, done = 0, total = 0 where asked_at is null", ct);

    /// <summary>Makes it anew if that was asked for, then checks it; nothing where another node is at it.</summary>
    /// <returns>How many rows do not fit.</returns>
    public async Task<int?> RunAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var alone = await SessionLock.TryTakeAsync(connection, "ledger check", ct);
        if (alone is null)
        {
            return null;
        }

        if ((await LastAsync(ct)).AskedAt is not null)
        {
            await rebuild.RunAsync(Ledger, new Reports(this), ct);
        }

        var (events, entries, fits) = await FitsAsync(ct);
        string[] troubles = fits ? [] : [.. (await rebuild.VerifyAsync(Ledger, progress: null, ct)).Take(Named).Select(row => $"{row.Table} {row.Key}")];
        await db.ExecuteAsync(
            $"""
            update app.ledger_checks
            set checked_at = {clock.GetUtcNow()}, events = {events}, entries = {entries}, troubles = {troubles}, asked_at = null
            """, ct);
        return troubles.Length;
    }

    // One snapshot sees rows, sums and the follower's place as they belong together.
    private async Task<(long Events, long Entries, bool Fits)> FitsAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var found = (await connection.RowsAsync<Found>(
            $"""
            with buckets as (
                select {LedgerSeal.Bucket} as bucket, count(*) as rows, sum(l.seal) as seals, count(*) filter (where l.seal <> {LedgerSeal.Own}) as broken
                from ledger_entries l
                group by 1
            )
            select coalesce((select last_seq_id from events.mt_event_progression where name = 'ledger:All'), 0) as events,
                   coalesce(sum(b.rows), 0)::bigint as entries,
                   coalesce(sum(b.broken), 0)::bigint
                   + count(*) filter (where coalesce(b.rows, 0) <> coalesce(s.rows, 0) or coalesce(b.seals, 0) <> coalesce(s.seals, 0)) as misfits
            from buckets b
            full join ledger_sums s using (bucket)
            """, ct))[0];
        return (found.Events, found.Entries, found.Misfits == 0);
    }

    private Task<int> ReportAsync(RebuildProgress progress) =>
        db.ExecuteAsync($"update app.ledger_checks set done = {progress.Done}, total = {progress.Total}", CancellationToken.None);

    private sealed record Found(long Events, long Entries, long Misfits);

    // Told now and then: a page waits for it, nobody else does.
    private sealed class Reports(LedgerChecks checks) : IProgress<RebuildProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        private long _last;

        public void Report(RebuildProgress value)
        {
            var now = Environment.TickCount64;
            if (now - Interlocked.Read(ref _last) >= Pause.TotalMilliseconds)
            {
                Interlocked.Exchange(ref _last, now);
                _ = checks.ReportAsync(value);
            }
        }
    }
}
