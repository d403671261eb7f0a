using Kim.Market.Web.Pictures;
using Npgsql;

namespace Kim.Market.Web.Features.Listings;

/// <summary>
/// Throws away, every night, what people sent as photos and no product has any more: it still says where it was taken.
/// What a product has is kept, so that renditions can be made anew; renditions stay, as orders show them.
/// </summary>
public sealed partial class PhotoSweep(NpgsqlDataSource db, IMediaStore media, TimeProvider clock, ILogger<PhotoSweep> log) : BackgroundService
{
    /// <summary>A form may lie open for a while between its photo and its product.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    private const int AtOnce = 500;

    /// <summary>Throws away what nobody needs now; says how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var (before, gone, asked) = (clock.GetUtcNow() - Grace, 0, new List<string>());
        await foreach (var (hash, keptAt) in media.OriginalsAsync(ct))
        {
            if (keptAt < before)
            {
                asked.Add(hash);
            }

            if (asked.Count == AtOnce)
            {
                gone += await ForgetAsync(asked, ct);
                asked.Clear();
            }
        }

        return gone + await ForgetAsync(asked, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(PhotoWatch.UntilNight(clock.GetUtcNow()), clock, stoppingToken);
            try
            {
                var count = await SweepAsync(stoppingToken);
                Swept(count);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                SweepFailed(failure);
            }
        }
    }

    private async Task<int> ForgetAsync(List<string> asked, CancellationToken ct)
    {
        string[] hashes = [.. asked];
        var used = await db.RowsAsync<string>(
            $"""
            select hung.item ->> 'Hash' from products p, jsonb_array_elements(p.photos) as hung (item) where hung.item ->> 'Hash' = any({hashes})
            union
            select original from app.photo_jobs where original = any({hashes})
            """, ct);
        var gone = hashes.Except(used, StringComparer.Ordinal).ToList();
        foreach (var hash in gone)
        {
            await media.ForgetOriginalAsync(hash, ct);
        }

        return gone.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} photos that no product has were thrown away as they had been sent.")]
    private partial void Swept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Photos that no product has could not be thrown away tonight; trying again tomorrow.")]
    private partial void SweepFailed(Exception failure);
}
