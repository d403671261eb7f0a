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

    /// <param name="stamp">How the ledger stands now.</param>
    /// <returns>Null where it has not been counted, or the ledger has moved since.</returns>
    public LedgerSummary? Find(LedgerQuestion question, LedgerFigure ranked, LedgerStamp stamp) =>
        _kept.TryGetValue(Key(question, ranked), out (LedgerStamp Stamp, LedgerSummary Summary) kept) && kept.Stamp == stamp ? kept.Summary : null;

    public void Keep(LedgerQuestion question, LedgerFigure ranked, LedgerStamp stamp, LedgerSummary summary) =>
        _kept.Set(Key(question, ranked), (stamp, summary), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Patience });

    /// <summary>Whatever is asked next is counted anew.</summary>
    public void Forget() => _kept.Clear();

    public void Dispose() => _kept.Dispose();

    // The same for everybody who may ask it.
    private static (LedgerQuestion, LedgerFigure) Key(LedgerQuestion question, LedgerFigure ranked) => (question with { Asker = null }, ranked);
}

/// <summary>Moves whenever a row of the ledger comes or ends.</summary>
public sealed record LedgerStamp(long Rows, decimal Seals);
