using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>Ends discounts whose time is up. Runs on every node; a product's own version lets only one of them end it.</summary>
public sealed partial class EndedDiscounts(
    NpgsqlDataSource db, Marketplace market, TimeProvider clock, ILogger<EndedDiscounts> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Ends what is due now; says how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.RowsAsync<Guid>(
            $"""
            select product_id from products
            where discount_until <= {now}
            order by discount_until limit {AtOnce}
            """, ct);
        foreach (var product in due)
        {
            // another node, or a new price, may have ended it meanwhile, or a longer one begun
            await market.TellAsync(
                new Id<Product>(product), (Product known) => known.Discount?.Until <= now ? known.EndDiscount(now) : [], new Metadata(), ct);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discounts that are due could not be ended; trying again soon.")]
    private partial void SweepFailed(Exception failure);
}
