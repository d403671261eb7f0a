using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Listings;

/// <summary>One more option of a thing.</summary>
/// <param name="First">What the thing that is there already is called among its options; needed where it has none yet.</param>
public sealed record NewOption(Guid Command, string? First, string Option, Rupiah Price, Content? Content, string Unit, int Stock);

/// <summary>Adds options: a product that takes over name, photos, terms and story, with its own price, content and stock. The caller has checked whose product it is.</summary>
public sealed class OptionDesk(EventStore store, Marketplace market, SellerGoods goods, Commands commands, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>The same form sent twice, or ten times at once, is one option.</summary>
    public async Task<Listed> AddAsync(OwnProduct known, NewOption wanted, Asker asker, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await commands.ResultAsync(wanted.Command, ct) is { } done)
            {
                return new(Id<Product>.Parse(done, null), null);
            }

            try
            {
                return await TryAddAsync(known, wanted, asker, ct);
            }
            catch (Exception taken) when (attempt < Attempts && taken is ConstraintRefusedException or StreamMovedException)
            {
                // the same form arrived twice: its twin's product is ours; or the first one was changed meanwhile
            }
        }
    }

    private async Task<Listed> TryAddAsync(OwnProduct known, NewOption wanted, Asker asker, CancellationToken ct)
    {
        var (id, now) = (Id<Product>.New(), clock.GetUtcNow());
        var loaded = await market.LoadAsync<Product, ProductEvent>(new Id<Product>(known.ProductId), ct);
        var brother = loaded.State!;
        var family = brother.Family ?? brother.Id;
        var named = brother.Family is null ? brother.BeOption(family, wanted.First ?? "", now) : [];
        var options = await goods.OptionsAsync(asker, known, ct);
        var names = options.Select(option => option.Option).Append(wanted.First ?? "");
        var opened = Stock.Open(id, now);
        var filled = opened.Aggregate((Stock?)null, Stock.Evolve)!.Count(wanted.Stock, "", now);
        var refusal = options.Count >= Product.MostOptions ? ProductRefusals.TooManyOptions
            : names.Contains(wanted.Option.Trim(), StringComparer.OrdinalIgnoreCase) ? ProductRefusals.OptionTaken(wanted.Option.Trim())
            : named.Refusal ?? filled.Refusal;
        var born = refusal is null ? await BornAsync(id, brother, family, wanted, ct) : [];
        if ((refusal ?? born.Refusal) is { } why)
        {
            return new(id, why);
        }

        await store.CommitAsync(
            new Commit(asker.By(wanted.Command)).First(Commands.Once(wanted.Command, id.ToString()))
                .Append(brother.Id.Value, StreamKind<Product>.Name, loaded.Version, named, loaded.History)
                .Append(id.Value, StreamKind<Product>.Name, Expected.New, born, [])
                .Append(Stock.Of(id).Value, StreamKind<Stock>.Name, Expected.New, [.. opened, .. filled], []),
            ct);
        return new(id, null);
    }

    /// <summary>All that happens to a new option; before its KIM where its brother was there, as a seller who is trusted need not wait.</summary>
    private async Task<Decision<ProductEvent>> BornAsync(Id<Product> id, Product brother, Id<Product> family, NewOption wanted, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (name, category, _, _, about) = brother.Face;
        var drafted = Product.Draft(
            id, brother.Seller, name, ListingDesk.SlugOf($"{name} {wanted.Option}", id), category, wanted.Unit, wanted.Content, about, now);
        if (drafted.Refusal is not null)
        {
            return drafted;
        }

        var events = drafted.ToList();
        var product = events.Aggregate((Product?)null, Product.Evolve)!;
        List<Func<Product, Decision<ProductEvent>>> steps =
        [
            state => state.BeOption(family, wanted.Option, now), state => state.SetPrice(wanted.Price, now),
            state => state.SetTerms(brother.Terms, now), state => state.TellStory(brother.Story, now),
        ];
        if (!brother.Photos.IsEmpty)
        {
            var seller = await market.LoadAsync<Business, BusinessEvent>(brother.Seller, ct);
            steps.Add(_ => Product.SetPhotos([.. brother.Photos], now));
            steps.Add(state => brother.Status is ProductStatus.Published or ProductStatus.Submitted ? state.Submit(seller.State!.IsTrusted, now) : []);
        }

        foreach (var step in steps)
        {
            var decision = step(product);
            if (decision.Refusal is not null)
            {
                return decision;
            }

            events.AddRange(decision);
            product = decision.Aggregate(product, Product.Evolve);
        }

        return [.. events];
    }
}
