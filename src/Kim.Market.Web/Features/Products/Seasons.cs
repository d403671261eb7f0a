using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>Tells products that their season begins or is over. Runs on every node; a product's own version lets only one of them tell it.</summary>
public sealed partial class Seasons(NpgsqlDataSource db, Marketplace market, TimeProvider clock, ILogger<Seasons> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Turns what is due now; says how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.RowsAsync<Guid>(
            $"""
            select product_id from products
            where turns_on <= {Product.DayOf(now)}
            order by turns_on limit {AtOnce}
            """, ct);
        foreach (var product in due)
        {
            await market.TellAsync(new Id<Product>(product), (Product known) => known.TurnSeason(now), new Metadata(), ct);
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or StreamMovedException)
            {
                SweepFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Seasons that turn could not be told to their products; trying again soon.")]
    private partial void SweepFailed(Exception failure);
}
