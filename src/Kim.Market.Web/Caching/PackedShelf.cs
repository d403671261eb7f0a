using System.Collections.Concurrent;
using System.IO.Compression;

namespace Kim.Market.Web.Caching;

/// <summary>
/// Keeps large files that machines ask for, packed, for an hour: however often they are asked for, each is drawn once, one at a time.
/// </summary>
public sealed class PackedShelf(TimeProvider clock) : IDisposable
{
    /// <summary>For how long a file may be behind.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromHours(1);

    private const int Most = 500;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, byte[]? Packed)> _kept = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>A file as gzip; null where there is none.</summary>
    /// <param name="key">Says which file, and for which site: no other draws the same.</param>
    public async Task<byte[]?> FindAsync(string key, Func<Task<byte[]?>> draw, CancellationToken ct)
    {
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

            var drawn = await draw();
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

    /// <summary>The answer with such a file: packed for whoever takes it so, or else unpacked on the way.</summary>
    public static IResult Answer(HttpContext context, byte[]? packed, string type)
    {
        if (packed is null)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = $"public, max-age={(int)Keeps.TotalSeconds}";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(packed, type);
        }

        return TypedResults.Stream(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), type);
    }

    public void Dispose() => _one.Dispose();

    private (DateTimeOffset At, byte[]? Packed)? Fresh(string key) =>
        _kept.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.At < Keeps ? kept : null;
}
