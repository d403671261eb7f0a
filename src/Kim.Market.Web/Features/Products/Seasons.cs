using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>Tells products that their season begins or is over. Runs on every node; a product's own version lets only one of them tell it.</summary>
public sealed class Seasons(NpgsqlDataSource db, Marketplace market, TimeProvider clock, ILogger<Seasons> log)
    : Sweep(TimeSpan.FromMinutes(1), clock, log)
{
    private const int AtOnce = 100;

    /// <summary>Turns what is due now; says how many.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
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
}
