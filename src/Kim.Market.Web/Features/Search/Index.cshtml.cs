using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Demand;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Search;

/// <summary>/cari — everything on the stalls, or what fits the words that were typed.</summary>
[OpenTo(Audience.Everyone, What = "Mencari barang"), CachedPage(VaryBy = ["q", "kategori", "lencana", "sesudah"])]
public sealed class IndexModel(Finder finder, ProductCards products, Showcase showcase, Taxonomy taxonomy, DemandLog demand, TimeProvider clock) : PageModel
{
    private const string Address = "~/cari";
    private const string Halal = "halal";

    [FromQuery(Name = "q")] public string? Typed { get; init; }

    [FromQuery(Name = "kategori")] public string? Asked { get; init; }

    /// <summary>"halal" for what is certified.</summary>
    [FromQuery(Name = "lencana")] public string? Badge { get; init; }

    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    public SearchTerms Terms { get; private set; } = null!;

    /// <summary>A path of the taxonomy; empty where nothing, or nothing known, was asked for.</summary>
    public string Category { get; private set; } = "";

    public string? CategoryName { get; private set; }

    /// <summary>Only what is certified; asked together with words.</summary>
    public bool IsHalal => Badge == Halal && !Terms.IsEmpty;

    /// <summary>How many of the findings are certified halal today.</summary>
    public long HalalTotal { get; private set; }

    public long Total { get; private set; }

    /// <summary>There are more findings than are counted.</summary>
    public bool IsMany => !Terms.IsEmpty && Total > Finder.Countable;

    public ProductGrid Products { get; private set; } = null!;

    public IReadOnlyList<FoundPlace> Places { get; private set; } = [];

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public bool Guessed { get; private set; }

    public string? Next { get; private set; }

    /// <summary>Where somebody says that they want to hear when it is there; null where it is, or where it may not be kept.</summary>
    public string? TellMe { get; private set; }

    /// <summary>Something was typed, but no letter or digit to look up.</summary>
    public bool OnlySigns => Terms.IsEmpty && !string.IsNullOrWhiteSpace(Typed);

    public bool TooLong => Typed?.Trim().Length > SearchTerms.Longest;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Terms = SearchTerms.Of(Typed);
        CategoryName = taxonomy.NameOf(Asked ?? "");
        Category = CategoryName is null ? "" : Asked!;
        Sections = taxonomy.Sections;
        await (Terms.IsEmpty ? BrowseAsync(ct) : FindAsync(ct));
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Badges);
        if (HalalTotal > 0)
        {
            // tomorrow there may be fewer
            PageTags.Of(HttpContext).Until(PastDay.EndOf(DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita), Zone.Wita));
        }
    }

    /// <summary>The same search in another section; null for all of them.</summary>
    public string In(string? category) => Link(("q", Terms.IsEmpty ? null : Typed), ("kategori", category), ("lencana", IsHalal ? Halal : null));

    /// <summary>The same search among what is certified, or among all again.</summary>
    public string HalalSwitch => Link(("q", Typed), ("kategori", Category), ("lencana", IsHalal ? null : Halal));

    private async Task BrowseAsync(CancellationToken ct)
    {
        var (found, shelves) = await products.BrowseAsync(Category, ProductKey.Read(After), ct);
        Total = shelves.Where(shelf => IsAsked(shelf.Category)).Sum(shelf => shelf.Products);
        Show(
            Slice<ProductCardRow>.Of(found, ProductCards.PageSize), ProductKey.After, product => product,
            shelves.Select(shelf => shelf.Category.Split('/')[0]));

        bool IsAsked(string category) =>
            Category.Length == 0 || category == Category || category.StartsWith(Category + '/', StringComparison.Ordinal);
    }

    private async Task FindAsync(CancellationToken ct)
    {
        var findings = await finder.FindAsync(Terms, Category, IsHalal, FoundKey.Read(After), ct);
        if (findings.IsUnmet && Category.Length == 0 && !IsHalal && After is null)
        {
            demand.Hear(HttpContext, Terms, Typed);
            TellMe = DemandTerm.Of(Terms, Typed) is { } term ? $"~/cari/kabari/{Uri.EscapeDataString(term)}" : null;
            PageTags.Of(HttpContext).DoNotKeep(); // the next who asks for it is counted as well
        }

        (Total, HalalTotal, Places, Guessed) = (findings.Count.Total, findings.Count.Halal, findings.Places, findings.Count.Guessed);
        Show(Slice<FoundProduct>.Of(findings.Products, ProductCards.PageSize), FoundKey.After, product => product.Card, findings.Sections);
    }

    private void Show<T>(Slice<T> slice, Func<T, string> after, Func<T, ProductCardRow> card, IEnumerable<string>? filled)
    {
        Products = showcase.Lay(slice.Rows.Select(card)) with { Heading = 2, FirstRow = 4 };
        Next = slice.Next(after) is { } cursor
            ? Link(("q", Terms.IsEmpty ? null : Typed), ("kategori", Category), ("lencana", IsHalal ? Halal : null), ("sesudah", cursor))
            : null;
        var known = filled?.ToHashSet();
        Sections = [.. taxonomy.Sections.Where(section => known?.Contains(section.Slug) != false || section.Slug == Category.Split('/')[0])];
    }

    private static string Link(params (string Name, string? Value)[] query) => Address + new QueryBuilder(
        query.Where(part => part.Value is { Length: > 0 }).Select(part => KeyValuePair.Create(part.Name, part.Value!))).ToQueryString();
}
