using System.Diagnostics;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>The right to be the one who seeds a database; it ends with the program that holds it.</summary>
public sealed class DemoTurn : IAsyncDisposable
{
    private const string Name = "seed demo";

    // The server needs a moment to see that a killed program is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly NpgsqlConnection _connection;
    private readonly SessionLock _held;

    private DemoTurn(NpgsqlConnection connection, SessionLock held) => (_connection, _held) = (connection, held);

    /// <returns>Null when another program has it.</returns>
    public static async Task<DemoTurn?> TakeAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        var connection = await db.OpenConnectionAsync(ct);
        try
        {
            var waited = Stopwatch.StartNew();
            do
            {
                if (await SessionLock.TryTakeAsync(connection, Name, ct) is { } held)
                {
                    return new(connection, held);
                }

                await Task.Delay(100, ct);
            }
            while (waited.Elapsed < Patience);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _held.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
