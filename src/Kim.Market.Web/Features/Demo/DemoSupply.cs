using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Stocks;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Plans the supply side: groups are formed and fall dormant, businesses open, goods are listed, priced and made.</summary>
public sealed class DemoSupply(
    DemoMarket market, DemoCalendar calendar, IReadOnlyDictionary<string, string> categories,
    IReadOnlyDictionary<string, string> photos, Marketplace marketplace, EventStore store, int seed)
{
    // More than this a small kitchen does not keep.
    private const int Shelf = 40;

    private readonly Random _chance = new(seed);

    public Dictionary<string, Id<Group>> Groups { get; } = [];

    public Dictionary<string, Id<Business>> Businesses { get; } = [];

    public Dictionary<string, Id<Product>> Products { get; } = [];

    public void Plan(DemoAgenda agenda)
    {
        foreach (var group in market.Groups)
        {
            Plan(agenda, group);
        }

        foreach (var business in market.Businesses)
        {
            Plan(agenda, business);
        }

        foreach (var products in market.Products.GroupBy(product => product.Business))
        {
            Plan(agenda, market.Businesses.Single(business => business.Key == products.Key), [.. products]);
        }
    }

    private void Plan(DemoAgenda agenda, DemoGroup group)
    {
        var id = Groups[group.Key] = Id<Group>.New();
        var founded = calendar.In(group.Founded, 2, Morning());
        agenda.At(founded, async ct => Agreed(await marketplace.BeginAsync(
            id, Group.Propose(id, group.Name, group.Slug, RegionCode.Parse(group.Seat), group.Basis, group.Themes, group.About, founded),
            By(founded), ct)));
        Tell(calendar.InHistory(founded.AddDays(6)), at => known => known.Verify(at));
        Tell(calendar.InHistory(founded.AddDays(9)), at => known => known.Activate(at));
        foreach (var pause in group.Dormant ?? [])
        {
            Tell(calendar.In(pause.From, 20, Morning()), at => known => known.DeclareDormant(pause.Reason, at));
            if (pause.To is { } end)
            {
                Tell(calendar.In(end, 12, Morning()), at => known => known.Activate(at));
            }
        }

        void Tell(DateTimeOffset at, Func<DateTimeOffset, Func<Group, Decision<GroupEvent>>> decide) => agenda.At(
            at, async ct => Agreed(await marketplace.TellAsync(id, decide(at), By(at), ct)));
    }

    private void Plan(DemoAgenda agenda, DemoBusiness business)
    {
        var id = Businesses[business.Key] = Id<Business>.New();
        var opened = calendar.In(business.Opened, 12, Morning());
        agenda.At(opened, ct => store.CommitAsync(
            Open(new Commit(By(opened)), id, business, opened), ct));
        foreach (var pause in business.Closed ?? [])
        {
            Tell(calendar.In(pause.From, 3, Morning()), at => known => known.Close(null, at));
            if (pause.To is { } end)
            {
                Tell(calendar.In(end, 27, Morning()), at => known => known.Reopen(at));
            }
        }

        void Tell(DateTimeOffset at, Func<DateTimeOffset, Func<Business, Decision<BusinessEvent>>> decide) => agenda.At(
            at, async ct => Agreed(await marketplace.TellAsync(id, decide(at), By(at), ct)));
    }

    private Commit Open(Commit commit, Id<Business> id, DemoBusiness business, DateTimeOffset at)
    {
        var registered = Business.Register(
            id, Groups[business.Kim], business.Name, business.Slug, business.Kind, RegionCode.Parse(business.Village), business.About, at);
        var known = Fold<Business, BusinessEvent>(registered);
        var handover = Business.SetHandover(
            business.Pickup.Place, business.Pickup.Hours, business.Delivery is { } fee ? new Rupiah(fee.Fee) : null, business.Delivery?.Area, at);
        known = Fold(handover, known);
        var rates = (business.Delivery?.Rates ?? []).Select(rate => known.SetRate(rate.Rate, at));
        var events = new[] { registered, handover, Business.KeepContact(at), known.Approve(at) }.Concat(rates)
            .SelectMany(decision => Agreed(decision)).ToArray();
        commit.Append(id.Value, StreamKind<Business>.Name, Expected.New, events, []);
        foreach (var statement in Vault.Keep(id.Value, ("whatsapp", WhatsAppNumber.Parse(business.WhatsApp).International)))
        {
            commit.Also(statement);
        }

        return commit;
    }

    private void Plan(DemoAgenda agenda, DemoBusiness business, DemoProduct[] products)
    {
        var opened = calendar.In(business.Opened, 14, Morning());
        foreach (var product in products)
        {
            var id = Products[product.Key] = Id<Product>.New();
            var listed = calendar.In(product.Prices[0].Month, 15, Morning());
            var at = listed > opened ? listed : calendar.InHistory(opened.AddMinutes(_chance.Next(5, 300)));
            agenda.At(at, ct => store.CommitAsync(List(new Commit(By(at)), id, product, at), ct));
            if (product.Terms is { } terms)
            {
                // the last word of its history: seasons turn by the clock of the program, which has not run yet
                var told = calendar.Eve.AddSeconds(1);
                agenda.At(told, async ct => Agreed(await marketplace.TellAsync(
                    id, (Product known) => known.SetTerms(terms, told), By(told), ct)));
            }

            foreach (var step in product.Prices.Skip(1))
            {
                var day = calendar.In(step.Month, 1 + _chance.Next(20), Morning());
                if (day > at)
                {
                    agenda.At(day, async ct => Agreed(await marketplace.TellAsync(
                        id, (Product known) => known.SetPrice(new(step.Price), day), By(day), ct)));
                }
            }
        }

        for (var day = calendar.Opening.AddHours(22); day < calendar.Eve; day = day.AddDays(10))
        {
            var at = calendar.InHistory(day.AddMinutes(_chance.Next(0, 90)));
            if (at > opened)
            {
                agenda.At(at, ct => MakeAsync(products, at, ct));
            }
        }
    }

    private Commit List(Commit commit, Id<Product> id, DemoProduct product, DateTimeOffset at)
    {
        var drafted = Product.Draft(
            id, Businesses[product.Business], product.Name, product.Slug, categories[product.Category], product.Unit,
            product.Content?.Content, product.Description, at);
        var known = Fold<Product, ProductEvent>(drafted);
        var priced = known.SetPrice(new(product.Prices[0].Price), at);
        known = Fold(priced, known);
        var shown = Product.SetPhotos([new Photo(photos[product.Picture], product.Alt)], at);
        known = Fold(shown, known);
        commit.Append(
            id.Value, StreamKind<Product>.Name, Expected.New,
            [.. new[] { drafted, priced, shown, known.Publish(at) }.SelectMany(decision => Agreed(decision))], []);

        var stock = Stock.Open(id, at);
        commit.Append(
            Stock.Of(id).Value, StreamKind<Stock>.Name, Expected.New,
            [.. stock, .. Agreed(Fold<Stock, StockEvent>(stock).Receive(Math.Clamp(product.MadePerMonth / 3, 3, Shelf), at))]);
        return commit;
    }

    // Half a month's goods, of what is in season, as far as the shelf has room; all of a business's in one evening's entry.
    private async Task MakeAsync(DemoProduct[] products, DateTimeOffset at, CancellationToken ct)
    {
        var listed = products.Where(product => calendar.In(product.Prices[0].Month, 15, 0).AddDays(1) < at).ToArray();
        var stocks = await store.LoadManyAsync<Stock>(
            [.. listed.Select(product => Stock.Of(Products[product.Key]).Value)],
            static (state, happened) => Stock.Evolve(state, (StockEvent)happened), StockSnapshots.Kind, ct);
        var commit = new Commit(By(at));
        foreach (var (product, stock) in listed.Zip(stocks, (product, loaded) => (product, loaded.State!)))
        {
            var moved = Move(product, stock, at);
            commit.Append(Stock.Of(stock.Product).Value, StreamKind<Stock>.Name, Expected.Any, Agreed(moved));
        }

        await store.CommitAsync(commit, ct);
    }

    private Decision<StockEvent> Move(DemoProduct product, Stock stock, DateTimeOffset at)
    {
        if (product.SeasonMonths is { Length: > 0 } season && !season.Contains(at.Month))
        {
            return stock.Available > 0 ? stock.Remove(stock.Available, RemovalReason.SoldElsewhere, at) : [];
        }

        // Now and then nothing is made: the oven is cold, the river too high. Those shelves run empty.
        var shelf = Math.Clamp(product.MadePerMonth / 3, 3, Shelf);
        var made = _chance.Next(9) == 0 ? 0 : Math.Min(shelf - stock.Available, 1 + _chance.Next(shelf));
        return made > 0 ? stock.Receive(made, at) : [];
    }

    private static Metadata By(DateTimeOffset at) => new(At: at);

    private int Morning() => _chance.Next(0, 540);

    private static T Fold<T, TEvent>(Decision<TEvent> decision, T? state = null)
        where T : class, IAggregate<T, TEvent> => Agreed(decision).Aggregate(state, T.Evolve)!;

    private static Decision<TEvent> Agreed<TEvent>(Decision<TEvent> decision) => decision.Refusal is { } refusal
        ? throw new InvalidOperationException($"The demo asked for something that is refused: {refusal.Code}.")
        : decision;

    private static void Agreed(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demo asked for something that is refused: {refusal.Code}.");
        }
    }
}
