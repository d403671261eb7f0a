using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Announces a few harvests on the eve of the demo and fills their lines: two that ripen, and one that is being handed out.</summary>
internal sealed class DemoHarvests(DemoMarket market, DemoSupply supply, DemoCalendar calendar, HarvestDesk desk, QueueDesk queue)
{
    private static readonly string[] Names =
    [
        "Rahma", "Yusuf", "Maria", "Dewi", "Anton", "Siti Aisyah", "Herman", "Lina", "Fajar", "Nurhayati", "Petrus", "Ratna", "Budi", "Halimah",
    ];

    public void Plan(DemoAgenda agenda)
    {
        Plan(agenda, new("durian-kampung-per-biji", 300, IsPriced: true, People: 14, Least: 5, Most: 40));
        Plan(agenda, new("daging-lai-beku-500-g", 60, IsPriced: false, People: 5, Least: 1, Most: 10));
        Plan(agenda, new("madu-hutan-laman-650-ml", 40, IsPriced: true, People: 8, Least: 1, Most: 6) { Came = 24, Taking = 3 });
    }

    private void Plan(DemoAgenda agenda, Batch batch)
    {
        if (market.Products.FirstOrDefault(known => known.Key == batch.Product) is not { Terms.Season: { } season } product)
        {
            return;
        }

        // Later than the terms, which are the last word of a product's history.
        var at = calendar.Eve.AddMinutes(5);
        var today = Product.DayOf(at);
        var ready = batch.Came is null ? RipeOn(season, today) : today;
        var price = new Rupiah(product.Prices[^1].Price);
        var id = default(Id<Harvest>);
        agenda.At(at, async ct =>
        {
            (id, var refusal) = await desk.AnnounceAsync(
                new(Guid.NewGuid(), supply.Products[product.Key], supply.Businesses[product.Business], batch.Expected, ready, ready.AddDays(30),
                    new DateTimeOffset(ready.AddDays(14), new(15, 59), TimeSpan.Zero), batch.Least, batch.Most, batch.IsPriced ? price : null), new(), ct, at);
            Agreed(refusal);
        });
        for (var n = 0; n < batch.People; n++)
        {
            var (joined, name, quantity) = (at.AddMinutes(7 * (n + 1)), Names[n % Names.Length], Math.Min(batch.Most, batch.Least + (n * 5 % (batch.Most - batch.Least + 1))));
            var number = WhatsAppNumber.Parse($"0812-0000-{8000 + n:0000}");
            agenda.At(joined, async ct => Agreed((await queue.JoinAsync(new(Guid.NewGuid(), id, name, number, quantity), new(), ct, joined)).Refusal));
        }

        if (batch.Came is { } came)
        {
            var opened = at.AddHours(3);
            agenda.At(opened, async ct => Agreed(await desk.OpenAsync(id, came, price, new(), ct, opened)));
            agenda.At(opened.AddMinutes(20), ct => TakeAsync(id, batch.Taking, price, opened.AddMinutes(20), ct));
        }
    }

    /// <summary>In ten days, or when its season begins where it is not ripe then: never so far off that nobody may announce it.</summary>
    internal static DateOnly RipeOn(Season season, DateOnly today)
    {
        var soon = today.AddDays(10);
        return season.Holds(soon) ? soon : season.NextStart(soon);
    }

    private async Task TakeAsync(Id<Harvest> id, int people, Rupiah price, DateTimeOffset at, CancellationToken ct)
    {
        var offered = (await queue.StateAsync(id, ct)).Places.Where(place => place.State == PlaceState.Offered).Take(people);
        foreach (var place in offered)
        {
            Agreed(await queue.TakeAsync(new(id, place.Id, Handover.Pickup, null, null, null, price * place.Offered), new Metadata(), ct, at));
        }
    }

    private static void Agreed(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demo asked for something that is refused: {refusal.Code}.");
        }
    }

    /// <param name="Expected">What its seller expects.</param>
    private sealed record Batch(string Product, int Expected, bool IsPriced, int People, int Least, int Most)
    {
        /// <summary>What came; null while it ripens.</summary>
        public int? Came { get; init; }

        /// <summary>How many of those who are asked take it at once.</summary>
        public int Taking { get; init; }
    }
}
