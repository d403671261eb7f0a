using Kim.Market.EventSourcing;
using Microsoft.Extensions.Caching.Memory;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// What was last counted, for as long as the ledger stays as it was: whoever opens a figure and comes back does not wait again. Whether somebody
/// may see it is asked each time, and a node alone knows its own shelf.
/// </summary>
public sealed class LedgerShelf : IDisposable
{
    private const int Most = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>How the ledger stands now. No row for whoever may not ask: what they are told is nobody else's answer.</summary>
    public static SqlPart StampFor(LedgerQuestion q) => StampIf(LedgerSql.Within(q));

    /// <summary>The same where <paramref name="may"/> holds.</summary>
    public static SqlPart StampIf(SqlPart may) => SqlPart.Of(
        $"select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(seals), 0) as seals from ledger_sums having {may}");

    /// <param name="what">What was counted of the question.</param>
    /// <param name="stamp">How the ledger stands now; null for whoever may not ask.</param>
    /// <returns>False where it has not been counted, or the ledger has moved since.</returns>
    public bool TryFind<T>(LedgerQuestion question, object what, LedgerStamp? stamp, out T value) => TryFind(Key(question, what), stamp, out value);

    /// <param name="key">All that the answer depends on beside the ledger.</param>
    public bool TryFind<T>(object key, LedgerStamp? stamp, out T value)
    {
        if (stamp is not null && _kept.TryGetValue(key, out (LedgerStamp Stamp, T Value) kept) && kept.Stamp == stamp)
        {
            value = kept.Value;
            return true;
        }

        value = default!;
        return false;
    }

    public void Keep<T>(LedgerQuestion question, object what, LedgerStamp? stamp, T value) => Keep(Key(question, what), stamp, value);

    public void Keep<T>(object key, LedgerStamp? stamp, T value)
    {
        if (stamp is not null)
        {
            _kept.Set(key, (stamp, value), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Patience });
        }
    }

    /// <summary>Whatever is asked next is counted anew.</summary>
    public void Forget() => _kept.Clear();

    public void Dispose() => _kept.Dispose();

    // The same for everybody who may ask it.
    private static object Key(LedgerQuestion question, object what) => (question with { Asker = null }, what);
}

/// <summary>Moves whenever a row of the ledger comes or ends.</summary>
public sealed record LedgerStamp(long Rows, decimal Seals);
