using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>Ends discounts whose time is up. Runs on every node; a product's own version lets only one of them end it.</summary>
public sealed class EndedDiscounts(NpgsqlDataSource db, Marketplace market, TimeProvider clock, ILogger<EndedDiscounts> log)
    : Sweep(TimeSpan.FromSeconds(20), clock, log)
{
    private const int AtOnce = 100;

    /// <summary>Ends what is due now; says how many.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
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
}
