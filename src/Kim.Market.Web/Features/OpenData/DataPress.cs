using System.Data;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>Publishes what the ledger says at the end of a day. What says the same as before stays the same file, to the last byte.</summary>
public sealed class DataPress(NpgsqlDataSource db, DataTables tables, Words words, TimeProvider clock)
{
    private const string Alone = "open data";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Once a day, on whichever node comes first, as soon as the ledger has read what happened until now.</summary>
    /// <returns>How many datasets have changed.</returns>
    public async Task<int> PublishDueAsync(CancellationToken ct)
    {
        var day = DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita).AddDays(-1);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var alone = await SessionLock.TryTakeAsync(connection, Alone, ct);
        if (alone is null || (await connection.QueryAsync($"select coalesce(day >= {day}, false) from app.data_days", row => row.GetBoolean(0), ct))[0])
        {
            return 0;
        }

        return await HasLedgerReadAsync(ct) ? await AllAsync(day, ct) : 0;
    }

    /// <summary>Publishes a day, whatever was published before.</summary>
    public async Task<int> PublishAsync(DateOnly day, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var alone = await SessionLock.TakeAsync(connection, Alone, ct);
        return await AllAsync(day, ct);
    }

    // A day is published once: what the ledger had not read by then would be missing until the next.
    private async Task<bool> HasLedgerReadAsync(CancellationToken ct)
    {
        var newest = (await db.RowsAsync<long>($"select coalesce(max(seq_id), 0) from events.mt_events", ct))[0];
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(Pause, ct))
        {
            if ((await db.RowsAsync<long>($"select coalesce((select last_seq_id from events.mt_event_progression where name = 'ledger:All'), 0)", ct))[0] >= newest)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<int> AllAsync(DateOnly day, CancellationToken ct)
    {
        Languages.Speak(Languages.Indonesian);
        var changed = 0;
        foreach (var dataset in Dataset.All)
        {
            changed += await PublishAsync(dataset, day, ct) ? 1 : 0;
        }

        await db.ExecuteAsync($"update app.data_days set day = {day}", ct);
        return changed;
    }

    private async Task<bool> PublishAsync(Dataset dataset, DateOnly day, CancellationToken ct)
    {
        var (slug, now, title, unit) = (dataset.Slug, clock.GetUtcNow(), words.NameOf(dataset.Figure), words.UnitOf(dataset));
        var counted = await tables.CountAsync(dataset, day, now, ct);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var known = (await connection.RowsAsync<DataRow>($"select code, year, name, value, state, at from app.data_rows where dataset = {slug}", ct))
            .ToDictionary(row => (row.Code, row.Year));
        List<DataRow> rows =
        [
            .. counted.Select(row => known.TryGetValue((row.Code, row.Year), out var before) && before.Says(row) ? before : row)
                .OrderBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => row.Year),
        ];
        var print = Fingerprint(rows, title, unit);
        var last = (await connection.RowsAsync<Last>($"select version, sha256 from app.data_releases where dataset = {slug} order by version desc limit 1", ct)).SingleOrDefault();
        if (last?.Sha256 == print)
        {
            return false;
        }

        await connection.ExecuteAsync($"delete from app.data_rows where dataset = {slug}", ct);
        await connection.ExecuteAsync(
            $"""
            insert into app.data_rows (dataset, code, year, name, value, state, at)
            select {slug}, * from unnest({rows.ConvertAll(row => row.Code).ToArray()}, {rows.ConvertAll(row => row.Year).ToArray()}, {rows.ConvertAll(row => row.Name).ToArray()},
                                         {rows.ConvertAll(row => row.Value).ToArray()}, {rows.ConvertAll(row => row.State).ToArray()}, {rows.ConvertAll(row => row.At).ToArray()})
            """, ct);
        await connection.ExecuteAsync(
            $"""
            insert into app.data_releases (dataset, version, title, unit, day, rows, sha256, published_at)
            values ({slug}, {(last?.Version ?? 0) + 1}, {title}, {unit}, {day}, {rows.Count}, {print}, {now})
            """, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static string Fingerprint(List<DataRow> rows, string title, string unit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(DataRow.Head));
        rows.ForEach(row => hash.AppendData(Encoding.UTF8.GetBytes(row.Line(title, unit))));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record Last(int Version, string Sha256);
}
