using Kim.Market.Web.Features.Products;
using Npgsql;

namespace Kim.Market.Web.Features.Search;

/// <summary>A product that was found, and how well it fits.</summary>
public sealed record FoundProduct(ProductCardRow Card, long Score)
{
    internal static FoundProduct Read(NpgsqlDataReader row) => new(ProductCards.Read(row), row.GetInt64(16));
}

/// <summary>What is true of all that was found.</summary>
/// <param name="Total">How many products were found, on all pages together; one more than are counted when there are still more.</param>
/// <param name="Halal">How many of them are certified halal today; where there are more than are counted, of those that were.</param>
/// <param name="Sections">The sections in which anything was found, whichever was asked for; null where there are too many findings to tell.</param>
/// <param name="Guessed">Nothing had these very words: these have similar ones, or some of them.</param>
/// <param name="IsCut">There are more findings than are ranked as a whole, and the newest names do not fill the page.</param>
public sealed record FindingsCount(long Total, long Halal, string? Sections, bool Guessed, bool IsCut);

/// <summary>A business, group or village that was found.</summary>
public sealed record FoundPlace(short Kind, string Slug, string Name, string Place);

/// <summary>Where a page of findings ended.</summary>
public sealed record FoundKey(long Score, Guid ProductId)
{
    /// <summary>Null for a text that is no key: the findings then begin with the best.</summary>
    public static FoundKey? Read(string? text) =>
        Cursor.TryRead(text, out long score, out var id) ? new(score, id) : null;

    public static string After(FoundProduct product) => Cursor.Of(product.Score, product.Card.ProductId);
}

/// <summary>What a search brought: products page by page, and beside them who and where.</summary>
/// <param name="IsUnmet">Nothing has all of these words, nor words like them: what was found has some of them, if anything was found.</param>
public sealed record Findings(IReadOnlyList<FoundProduct> Products, FindingsCount Count, IReadOnlyList<FoundPlace> Places, bool IsUnmet)
{
    /// <summary>The sections in which anything was found, whichever was asked for; null where there are too many findings to tell.</summary>
    public IReadOnlyCollection<string>? Sections => Count.Total == 0 ? [] : Count.Sections?.Split(' ');
}
