using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>What a database itself knows of its demo: begun, finished, or neither. Begun and not finished is half a market.</summary>
public sealed class DemoRecord(NpgsqlDataSource db)
{
    private const string Begun = "demo_begun";
    private const string Finished = "demo";

    /// <summary>Whether a seed was interrupted here, or is still at work.</summary>
    public async Task<bool> IsHalfAsync(CancellationToken ct) => (await db.RowsAsync<bool>(
        $"""
        select exists (select from app.facts where name = {Begun}) and not exists (select from app.facts where name = {Finished})
        """, ct))[0];

    /// <summary>Whether nothing has ever happened here.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        (await db.RowsAsync<bool>($"select not exists (select from events.mt_events)", ct))[0];

    /// <summary>Comes before anything else that a seed writes, and only where nothing was written before.</summary>
    /// <returns>False when there are events already.</returns>
    public async Task<bool> BeginAsync(DateTimeOffset now, CancellationToken ct) => await db.ExecuteAsync(
        $"""
        insert into app.facts (name, value) select {Begun}, {now.ToString("O")}
        where not exists (select from events.mt_events)
        """, ct) == 1;

    /// <summary>Comes after everything else that a seed writes.</summary>
    public Task FinishAsync(DateTimeOffset now, CancellationToken ct) => db.ExecuteAsync(
        $"insert into app.facts (name, value) values ({Finished}, {now.ToString("O")})", ct);

    /// <summary>Takes away all of a half seeded market. The next migration makes the tables anew.</summary>
    /// <returns>False, and nothing is touched, when it is not half seeded or when anybody else has written into it.</returns>
    public async Task<bool> TryWipeAsync(CancellationToken ct)
    {
        await using (var connection = await db.OpenConnectionAsync(ct))
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            // Nobody writes between the look and the end.
            await connection.ExecuteAsync($"lock table events.mt_events, app.accounts, app.facts in access exclusive mode", ct);
            if (!await IsHalfAsync(connection, ct) || await HoldsMoreAsync(connection, ct))
            {
                return false;
            }

            await connection.ExecuteAsync($"drop schema events, read, app, vault cascade", ct);
            await transaction.CommitAsync(ct);
        }

        // Statements prepared on the old tables are of no use on the new ones.
        db.Clear();
        return true;
    }

    private static async Task<bool> IsHalfAsync(NpgsqlConnection connection, CancellationToken ct) => (await connection.QueryAsync(
        $"select count(*) filter (where name = {Begun}) = 1 and count(*) filter (where name = {Finished}) = 0 from app.facts",
        row => row.GetBoolean(0), ct))[0];

    // All that a seed tells lies before the moment at which it began, and its accounts have numbers of their own.
    private static async Task<bool> HoldsMoreAsync(NpgsqlConnection connection, CancellationToken ct) => (await connection.QueryAsync(
        $"""
        select exists (select from events.mt_events where timestamp >= (select value::timestamptz from app.facts where name = {Begun}))
            or exists (select from app.accounts where user_name <> all ({DemoAccounts.UserNames}))
        """,
        row => row.GetBoolean(0), ct))[0];
}
