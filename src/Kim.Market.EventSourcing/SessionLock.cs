using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Something that only one session in the whole database does at a time.</summary>
/// <remarks>A connection goes back to the pool as it is, so the lock has to be given back before.</remarks>
public sealed class SessionLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _what;

    private SessionLock(NpgsqlConnection connection, string what) => (_connection, _what) = (connection, what);

    /// <summary>Waits for it.</summary>
    public static async Task<SessionLock> TakeAsync(NpgsqlConnection connection, string what, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        batch.Timeout = 0;
        batch.Add($"select pg_advisory_lock(hashtextextended({what}, 0))");
        await batch.ExecuteNonQueryAsync(ct);
        return new(connection, what);
    }

    /// <returns>Null when someone else has it.</returns>
    public static async Task<SessionLock?> TryTakeAsync(NpgsqlConnection connection, string what, CancellationToken ct)
    {
        var taken = await connection.QueryAsync(
            $"select pg_try_advisory_lock(hashtextextended({what}, 0))", row => row.GetBoolean(0), ct);
        return taken[0] ? new(connection, what) : null;
    }

    /// <summary>Gives it back, if need be together with the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_connection.State != System.Data.ConnectionState.Open)
        {
            return;
        }

        try
        {
            await _connection.ExecuteAsync(
                $"select pg_advisory_unlock(hashtextextended({_what}, 0))", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The cancelling of the statement before can arrive late and hit this one. A connection that still holds the
            // lock must not rest in the pool, where it would keep everybody else from it.
            NpgsqlConnection.ClearPool(_connection);
        }
    }
}
