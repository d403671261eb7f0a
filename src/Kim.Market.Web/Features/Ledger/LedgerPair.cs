using System.Data;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// Asks two long questions at the same time, of the same moment: each on a connection of its own, the second with the snapshot of the first
/// (PostgreSQL, Snapshot Synchronization Functions). What one processor would do after the other, two do beside each other.
/// </summary>
public sealed class LedgerPair(LedgerSource source) : IDisposable
{
    // Whoever holds one connection waits for another: few at a time, so that they never wait for each other alone.
    private const int Most = 4;

    private readonly SemaphoreSlim _turns = new(Most);

    public async Task<(TFirst First, TSecond Second)> AskAsync<TFirst, TSecond>(
        Func<NpgsqlConnection, Task<TFirst>> first, Func<NpgsqlConnection, Task<TSecond>> second, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            await using var connection = await source.Db.OpenConnectionAsync(ct);
            await using var giving = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var snapshot = (await connection.RowsAsync<string>($"select pg_export_snapshot()", ct))[0];
            await using var beside = await source.Db.OpenConnectionAsync(ct);
            await using var taking = await beside.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var import = new Sql(0, 0);
            import.AppendLiteral($"set transaction snapshot '{snapshot}'"); // takes no parameters
            await beside.ExecuteAsync(import, ct);

            // The snapshot lasts as long as the transaction that gave it: nobody leaves before both have ended.
            (TFirst First, TSecond Second) answers = default;
            await Task.WhenAll(FirstAsync(), SecondAsync());
            return answers;

            async Task FirstAsync() => answers.First = await first(connection);

            async Task SecondAsync() => answers.Second = await second(beside);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
