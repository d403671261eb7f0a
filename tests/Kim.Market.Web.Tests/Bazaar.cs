using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests;

/// <summary>A KIM, a stall and a product of the public pages' tests: where they are and what they are called.</summary>
public sealed record Booth(Id<Group> Kim, string KimSlug, Id<Business> Business, string BusinessSlug);

/// <summary>Fills the market where and how a test of the public pages needs it, through the same door as everybody.</summary>
public sealed class Bazaar(MarketApp app)
{
    private readonly DateTimeOffset _now = app.Clock.GetUtcNow();

    /// <summary>An active KIM with one open stall, both in this village.</summary>
    public async Task<Booth> Booth(
        string village, string kim = "KIM Contoh", string business = "Dapur Contoh", string about = "", long? fee = null)
    {
        var (group, stall) = (Id<Group>.New(), Id<Business>.New());
        var (kimSlug, stallSlug) = (Unique(kim), Unique(business));
        await Begin(group, Group.Propose(group, kim, kimSlug, RegionCode.Parse(village), GroupBasis.Territorial, ["kuliner"], "", _now));
        await Tell(group, (Group known) => known.Verify(_now));
        await Tell(group, (Group known) => known.Activate(_now));
        await Stall(group, stall, business, stallSlug, village, about, fee);
        return new(group, kimSlug, stall, stallSlug);
    }

    /// <summary>One more stall of a KIM.</summary>
    public async Task<Booth> Beside(Booth booth, string village, string business)
    {
        var (stall, slug) = (Id<Business>.New(), Unique(business));
        await Stall(booth.Kim, stall, business, slug, village, "", fee: null);
        return booth with { Business = stall, BusinessSlug = slug };
    }

    /// <summary>Something on a stall; its slug.</summary>
    /// <param name="prices">Each with the days since it held, oldest first.</param>
    public async Task<(Id<Product> Id, string Slug)> Goods(
        Booth booth, string name, string category = "makanan-olahan/amplang", Content? content = null, int stock = 34,
        params (int DaysAgo, long Price)[] prices)
    {
        var (id, slug) = (Id<Product>.New(), Unique(name));
        await Begin(id, Product.Draft(id, booth.Business, name, slug, category, "bungkus", content, "", _now));
        foreach (var (daysAgo, price) in prices is [] ? [(0, 25_000L)] : prices)
        {
            await Tell(id, (Product known) => known.SetPrice(new(price), _now.AddDays(-daysAgo)));
        }

        await Tell(id, (Product _) => Product.SetPhotos([new Photo(new string('b', 64), name)], _now));
        await Tell(id, (Product known) => known.Publish(_now));
        await Begin(Stock.Of(id), Stock.Open(id, _now));
        if (stock > 0)
        {
            await Tell(Stock.Of(id), (Stock known) => known.Receive(stock, _now));
        }

        return (id, slug);
    }

    public Task Rest(Booth booth) => Tell(booth.Kim, (Group known) => known.DeclareDormant(DormancyReason.NoBudget, _now));

    public Task Close(Booth booth) => Tell(booth.Business, (Business known) => known.Close(null, _now));

    public Task Withdraw(Id<Product> product) => Tell(product, (Product known) => known.Withdraw(_now));

    /// <summary>Waits until what follows behind the events, search, results and the trail, has seen all of them.</summary>
    public async Task Settle()
    {
        for (var patience = 0; patience < 200; patience++)
        {
            var behind = await app.Db.QueryAsync(
                $"""
                select count(*) from events.mt_event_progression
                where name in ('search:All', 'ledger:All', 'audit:All') and last_seq_id < (select max(seq_id) from events.mt_events)
                """, row => row.GetInt64(0), TestContext.Current.CancellationToken);
            if (behind[0] == 0)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("Search, results or the trail do not catch up with the events.");
    }

    private static string Unique(string name) => $"{Slug.From(name)}-{Guid.NewGuid().ToString("N")[..8]}";

    private async Task Stall(Id<Group> kim, Id<Business> id, string name, string slug, string village, string about, long? fee)
    {
        await Begin(id, Business.Register(id, kim, name, slug, BusinessKind.Individual, RegionCode.Parse(village), about, _now));
        await Tell(id, (Business _) => Business.SetHandover(
            "Balai Desa Contoh", "08.00–16.00", fee is { } amount ? new Rupiah(amount) : null, "satu kecamatan", _now));
        await Tell(id, (Business known) => known.Approve(_now));
    }

    private async Task Begin<T, TEvent>(Id<T> id, Decision<TEvent> decision)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class => Assert.Null(await app.Marketplace.BeginAsync(id, decision, new Metadata(), default));

    private async Task Tell<T, TEvent>(Id<T> id, Func<T, Decision<TEvent>> decide)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class => Assert.Null(await app.Marketplace.TellAsync(id, decide, new Metadata(), default));
}
