using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Listings;

/// <summary>What a seller says of a new product. <paramref name="Original"/> is the name of a photo that was received.</summary>
public sealed record NewListing(
    Guid Command, Id<Business> Shop, ProductFace Face, Rupiah Price, int Stock, string? Original, bool Submit);

/// <summary>How listing ended: with the product, or with what is to be mended.</summary>
public sealed record Listed(Id<Product> Product, Refusal? Refusal);

/// <summary>Lists goods: product, price, stock, photo and command in one transaction. The caller has checked whose shop it is.</summary>
public sealed class ListingDesk(EventStore store, Marketplace marketplace, Commands commands, PhotoQueue photos, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>The same form sent twice, or ten times at once, is one product.</summary>
    public async Task<Listed> ListAsync(NewListing listing, Asker asker, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await commands.ResultAsync(listing.Command, ct) is { } done)
            {
                return new(Id<Product>.Parse(done, null), null);
            }

            try
            {
                return await TryListAsync(listing, asker, isSlugTaken: attempt > 1, ct);
            }
            catch (ConstraintRefusedException) when (attempt < Attempts)
            {
                // the address is taken: take a longer one; or the same form arrived twice: its twin's product is ours
            }
        }
    }

    /// <summary>Puts a product before the KIM, or straight on the stall where the KIM trusts the seller.</summary>
    public async Task<Refusal?> SubmitAsync(Id<Product> product, Id<Business> shop, Metadata by, CancellationToken ct)
    {
        var seller = await marketplace.LoadAsync<Business, BusinessEvent>(shop, ct);
        return await marketplace.TellAsync(product, (Product known) => known.Submit(seller.State!.IsTrusted, clock.GetUtcNow()), by, ct);
    }

    /// <summary>Puts one more photo in line.</summary>
    public async Task AddPhotoAsync(Id<Product> product, string original, Asker asker, CancellationToken ct)
    {
        await store.CommitAsync(new Commit(asker.By()).Also(PhotoQueue.Add(product, original, asker, submit: false)), ct);
        photos.Ring();
    }

    private async Task<Listed> TryListAsync(NewListing listing, Asker asker, bool isSlugTaken, CancellationToken ct)
    {
        var id = Id<Product>.New();
        var now = clock.GetUtcNow();
        var (name, category, unit, content, about) = listing.Face;
        var drafted = Product.Draft(id, listing.Shop, name, SlugOf(name, isSlugTaken ? id : null), category, unit, content, about, now);
        if (drafted.Refusal is { } wrong)
        {
            return new(id, wrong);
        }

        var priced = drafted.Aggregate((Product?)null, Product.Evolve)!.SetPrice(listing.Price, now);
        var opened = Stock.Open(id, now);
        var filled = opened.Aggregate((Stock?)null, Stock.Evolve)!.Count(listing.Stock, "", now);
        if ((priced.Refusal ?? filled.Refusal) is { } refusal)
        {
            return new(id, refusal);
        }

        var commit = new Commit(asker.By(listing.Command)).First(Commands.Once(listing.Command, id.ToString()))
            .Append(id.Value, StreamKind<Product>.Name, Expected.New, [.. drafted, .. priced], [])
            .Append(Stock.Of(id).Value, StreamKind<Stock>.Name, Expected.New, [.. opened, .. filled], []);
        if (listing.Original is { } original)
        {
            commit.Also(PhotoQueue.Add(id, original, asker, listing.Submit));
        }

        await store.CommitAsync(commit, ct);
        photos.Ring();
        return new(id, null);
    }

    /// <summary>The product's name; where another product has that address already, with the end of its own id behind.</summary>
    internal static string SlugOf(string name, Id<Product>? apart)
    {
        var slug = Slug.From(name);
        return apart is { } id ? $"{slug[..Math.Min(slug.Length, Slug.Longest - 7)].TrimEnd('-')}-{id.Value.ToString("N")[^6..]}" : slug;
    }
}
