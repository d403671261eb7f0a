using System.Diagnostics.Metrics;
using System.Text.Json;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Pictures;
using Npgsql;

namespace Kim.Market.Web.Features.Listings;

/// <summary>
/// Looks every night whether each photo on the market is still where it should be, in every width and format. What is
/// not is made anew from what was sent; what cannot be is told.
/// </summary>
/// <remarks>Every node looks by itself: what one finds in its store another may miss.</remarks>
public sealed partial class PhotoWatch : BackgroundService
{
    private const int AtOnce = 500;

    private static readonly Meter Meter = new("Kim.Market");

    // two in the morning in central Indonesia: the fewest people are there
    private static readonly TimeSpan Hour = TimeSpan.FromHours(18);

    private readonly NpgsqlDataSource _db;
    private readonly Pictures.Pictures _pictures;
    private readonly TimeProvider _clock;
    private readonly ILogger<PhotoWatch> _log;

    public PhotoWatch(NpgsqlDataSource db, Pictures.Pictures pictures, TimeProvider clock, ILogger<PhotoWatch> log)
    {
        (_db, _pictures, _clock, _log) = (db, pictures, clock, log);
        Meter.CreateObservableGauge(
            "kim.photos.missing", () => Missing, description: "Photos of goods on the market that were not whole at the last look");
    }

    /// <summary>How many photos were missing at the last look and could not be made again.</summary>
    public int Missing { get; private set; }

    /// <summary>Looks at all of them now; says which are missing for good.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken ct)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        for (var after = Guid.Empty; ;)
        {
            var page = await _db.RowsAsync<Hung>(
                $"""
                select product_id, photos::text from products
                where status = {(short)ProductStatus.Published} and product_id > {after}
                order by product_id limit {AtOnce}
                """, ct);
            foreach (var hash in page.SelectMany(hung => JsonSerializer.Deserialize(hung.Photos, ProductJson.Default.PhotoArray)!)
                .Select(photo => photo.Hash).Distinct())
            {
                if (!await _pictures.IsWholeAsync(hash, ct) && !await MendAsync(hash, ct))
                {
                    missing.Add(hash);
                }
            }

            if (page.Count < AtOnce)
            {
                break;
            }

            after = page[^1].ProductId;
        }

        Missing = missing.Count;
        foreach (var hash in missing)
        {
            PhotoMissing(hash);
        }

        return [.. missing];
    }

    internal static TimeSpan UntilNight(DateTimeOffset now)
    {
        var tonight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + Hour;
        return (tonight > now ? tonight : tonight.AddDays(1)) - now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(UntilNight(_clock.GetUtcNow()), _clock, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                LookFailed(failure);
            }
        }
    }

    private async Task<bool> MendAsync(string hash, CancellationToken ct)
    {
        try
        {
            await _pictures.RemakeAsync(hash, ct);
            PhotoMended(hash);
            return true;
        }
        catch (Exception failure) when (failure is PictureRefusedException or IOException)
        {
            return false;
        }
    }

    private sealed record Hung(Guid ProductId, string Photos);

    [LoggerMessage(Level = LogLevel.Error, Message = "Photo {Hash} of a product on the market is not in the media store.")]
    private partial void PhotoMissing(string hash);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Photo {Hash} was not whole in the media store; it was made anew from what was sent.")]
    private partial void PhotoMended(string hash);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The photos could not be looked at tonight; trying again tomorrow.")]
    private partial void LookFailed(Exception failure);
}
