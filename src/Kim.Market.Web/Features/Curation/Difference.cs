using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Curation;

/// <summary>One thing that is different from what the KIM saw the last time.</summary>
public sealed record Difference(string What, string Before, string After)
{
    /// <summary>Everything that changed since the KIM asked for something; null when it never did.</summary>
    public static IReadOnlyList<Difference>? Of(IEnumerable<ProductEvent> history, Words words, Showcase showcase, Taxonomy taxonomy)
    {
        var events = history.ToList();
        if (Product.WhenReturned(events) is not { } before)
        {
            return null;
        }

        var after = events.Aggregate((Product?)null, Product.Evolve)!;
        return [.. after.ChangedSince(before).Select(aspect => new Difference(words.Of(aspect), Said(before, aspect), Said(after, aspect)))];

        string Said(Product product, ProductAspect aspect) => aspect switch
        {
            ProductAspect.Name => product.Face.Name,
            ProductAspect.Category => taxonomy.NameOf(product.Face.Category) ?? product.Face.Category,
            ProductAspect.Unit => words["per {0}", product.Face.Unit],
            ProductAspect.Content => product.Face.Content is { } content ? showcase.Named(content) : words["belum ditulis"],
            ProductAspect.About => product.Face.About.Length > 0 ? product.Face.About : words["belum ditulis"],
            ProductAspect.Price => product.Price is { } price ? RupiahFormat.Full(price) : words["belum ada harga"],
            ProductAspect.Terms => Terms(product.Terms),
            ProductAspect.Story => product.Story.IsEmpty() ? words["belum ditulis"] : product.Story.ToString(),
            _ => words["{0} foto", product.Photos.Length],
        };

        string Terms(Terms terms) => string.Join(", ", new[]
        {
            words.Of(terms.Supply), terms.Minimum > 1 ? words["paling sedikit {0}", terms.Minimum] : "",
            terms.Halal == HalalStatement.NotStated ? "" : words.Of(terms.Halal), terms.Making?.Deposit ?? "",
        }.Where(said => said.Length > 0));
    }
}
