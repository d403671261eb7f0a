using System.Collections.Concurrent;

namespace Kim.Market.Web.Features.Sitemaps;

/// <summary>Keeps drawn maps, packed, for an hour: however often they are asked for, each is drawn once, one at a time.</summary>
public sealed class SitemapShelf(Sitemaps maps, TimeProvider clock) : IDisposable
{
    /// <summary>For how long a map may be behind.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromHours(1);

    // Ten thousand pages each: more files than that no search engine reads.
    private const int Most = 500;

    private readonly ConcurrentDictionary<(string Kind, int Number, string Site), (DateTimeOffset At, byte[]? Packed)> _kept = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>A file as gzip, or the index for a kind of null; null where there is none.</summary>
    public async Task<byte[]?> FindAsync(string? kind, int number, string site, CancellationToken ct)
    {
        var key = (kind ?? "", number, site);
        if (Fresh(key) is { } kept)
        {
            return kept.Packed;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (Fresh(key) is { } meanwhile)
            {
                return meanwhile.Packed;
            }

            var drawn = kind is null ? await maps.IndexAsync(site, ct) : await maps.FileAsync(kind, number, site, ct);
            if (_kept.Count >= Most)
            {
                _kept.Clear();
            }

            _kept[key] = (clock.GetUtcNow(), drawn);
            return drawn;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private (DateTimeOffset At, byte[]? Packed)? Fresh((string, int, string) key) =>
        _kept.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.At < Keeps ? kept : null;
}
