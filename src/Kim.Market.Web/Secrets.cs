using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web;

/// <summary>
/// This installation's own secrets, one for each use: what is keyed with one can be told from nothing outside. Drawn by the first node
/// that needs it, and the same for all.
/// </summary>
public sealed class Secrets(NpgsqlDataSource db)
{
    private const int Bytes = 32;

    private readonly ConcurrentDictionary<string, byte[]> _known = new();

    /// <param name="use">What it is for; kept with it, so the name is for good.</param>
    public async ValueTask<byte[]> OfAsync(string use, CancellationToken ct)
    {
        if (_known.TryGetValue(use, out var known))
        {
            return known;
        }

        await db.ExecuteAsync($"insert into app.secrets (name, value) values ({use}, {RandomNumberGenerator.GetBytes(Bytes)}) on conflict do nothing", ct);
        return _known.GetOrAdd(use, (await db.RowsAsync<byte[]>($"select value from app.secrets where name = {use}", ct)).Single());
    }
}
