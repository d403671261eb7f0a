using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Harvests;

/// <summary>Announces harvests and fills their lines, through the same desks as everybody.</summary>
public static class Ripening
{
    private static int _numbers;

    /// <summary>A harvest of this product, and the key to the place of somebody in its line.</summary>
    public static async Task<(Id<Harvest> Id, string Key)> Of(MarketApp app, Goods goods)
    {
        var id = await Announced(app, goods);
        return (id, await Queue(app, id));
    }

    /// <summary>Ready in some weeks; at 60.000 unless it is said otherwise.</summary>
    public static async Task<Id<Harvest>> Announced(MarketApp app, Goods goods, int capacity = 300, long? price = 60_000, int readyIn = 20)
    {
        var now = app.Clock.GetUtcNow();
        var today = DateFormat.DayIn(now, Zone.Wita);
        var (id, refusal) = await app.Services.GetRequiredService<HarvestDesk>().AnnounceAsync(
            new(Guid.NewGuid(), goods.Id, goods.Stall.Id, capacity, today.AddDays(readyIn), today.AddDays(readyIn + 30), now.AddDays(10), 2, 20,
                price is { } said ? new Rupiah(said) : null),
            new(), default);
        Assert.Null(refusal);
        return id;
    }

    /// <summary>Somebody joins the line; the key to their place.</summary>
    public static async Task<string> Queue(MarketApp app, Id<Harvest> harvest, int quantity = 10, string name = "Pembeli Contoh")
    {
        var (key, refusal) = await app.Services.GetRequiredService<QueueDesk>().JoinAsync(
            new(Guid.NewGuid(), harvest, name, WhatsAppNumber.Parse($"0812-7{Interlocked.Increment(ref _numbers):0000000}"), quantity), new(), default);
        Assert.Null(refusal);
        return key!;
    }

    public static async Task Open(MarketApp app, Id<Harvest> harvest, int came = 300, long price = 60_000) =>
        Assert.Null(await app.Services.GetRequiredService<HarvestDesk>().OpenAsync(harvest, came, new(price), new(), default));

    public static Task<Harvest> State(MarketApp app, Id<Harvest> harvest) => app.Services.GetRequiredService<HarvestBook>().StateAsync(harvest.Value, default);
}
