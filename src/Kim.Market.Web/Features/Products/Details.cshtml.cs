using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Reviews;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Features.Visitors;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Products;

/// <summary>/p/{slug} — one product: what it is, what it costs and cost, who made it, how it reaches its buyer.</summary>
[OpenTo(Audience.Everyone, What = "Melihat barang dan harganya"), CachedPage(VaryBy = ["per"])]
public sealed class DetailsModel(ProductPages pages, Showcase showcase, Taxonomy taxonomy, Words words, HintCurrency currency, TimeProvider clock) : PageModel
{
    private static readonly string[] Eaten = ["makanan-olahan", "kuliner", "minuman", "peternakan"];

    /// <summary>A day of the past, as yyyy-MM-dd.</summary>
    [FromQuery(Name = "per")]
    public string? As { get; init; }

    /// <summary>For readers who reckon in another money.</summary>
    public HintCurrency Currency => currency;

    public ProductPage Product { get; private set; } = null!;

    /// <summary>The day asked for, and what it cost at its end; null where there was no price yet.</summary>
    public (DateOnly Day, long? Price)? Then { get; private set; }

    public PriceTrail? Trail { get; private set; }

    public ProductGrid Others { get; private set; } = null!;

    /// <summary>What it comes in, itself among them; empty for what has no options.</summary>
    public IReadOnlyList<ProductOption> Options { get; private set; } = [];

    public Section? Section { get; private set; }

    public string? Category { get; private set; }

    public string UnitPrice { get; private set; } = "";

    /// <summary>How much is in one unit of sale.</summary>
    public string? Holds { get; private set; }

    /// <summary>What its seller says of halal; of what nobody eats only when something was said.</summary>
    public string? Halal => Product.Had.Halal == HalalStatement.NotStated && !Eaten.Contains(Product.Category.Split('/')[0])
        ? null
        : words.Of(Product.Had.Halal);

    public Zone Zone { get; private set; } = null!;

    /// <summary>What is proven of it today.</summary>
    public IReadOnlyList<Badge> Badges { get; private set; } = [];

    /// <summary>What buyers say of it.</summary>
    public ReviewSummary Reviews { get; private set; } = ReviewSummary.Read(null);

    public string LinkedData { get; private set; } = "";

    /// <summary>The most that can be asked for at once.</summary>
    public int Most => Math.Min(Product.Available, Limits.Quantity);

    public bool CanBeBought => Product.Problem == LineProblem.None;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The stall is open, whatever lies on its shelf: one may queue for what ripens.</summary>
    public bool TakesQueue => Product.Problem is not (LineProblem.Withdrawn or LineProblem.ShopClosed or LineProblem.GroupDormant);

    /// <summary>The next market day of its KIM that can still be ordered for.</summary>
    public MarketOffer? Market { get; private set; }

    /// <summary>The season as it is declared, beside the months in which it is really sold; null for what has none.</summary>
    public SeasonStrip? Strip { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await pages.FindAsync(slug, ct) is not var (product, others))
        {
            return NotFound();
        }

        (Product, Options, Badges, Reviews) = (product, product.ComesIn, product.Proven, product.Said);
        Trail = PriceTrail.Of(product.Steps, clock.GetUtcNow());
        Others = showcase.Lay(others) with { IsStrip = true };
        Section = taxonomy.SectionOf(product.Category);
        Category = taxonomy.NameOf(product.Category);
        UnitPrice = showcase.Beside(product.Price, product.Unit, product.Content, product.Measure);
        Holds = product is { Content: { } amount, Measure: { } measure }
            ? showcase.Named(new(amount, (Domain.Products.Measure)measure))
            : null;
        Zone = Zone.Of(product.TimeZone);
        Strip = SeasonStrip.Of(product.Had.Season, product.Sold, clock.GetUtcNow());
        Then = PastDay.Read(As, Zone, clock.GetUtcNow()) is { } day ? (day, product.PriceAt(PastDay.EndOf(day, Zone))) : null;
        LinkedData = ProductLinkedData.Of(product, PageAddress.Of(HttpContext).Public);

        PageTags.Of(HttpContext).Ends(Badges, Zone).Add(PageDrops.Stories).Add([product.ProductId, product.BusinessId, product.GroupId])
            .Add((Reviews.Newest ?? []).Select(review => review.ReviewId)).Add(others.Select(other => other.ProductId)).Add(Options.Select(option => option.ProductId));
        Market = MarketOffers.Shown(PageTags.Of(HttpContext), product.MarketDays, Now);
        if (product.Ripening is { } harvest)
        {
            PageTags.Of(HttpContext).Add(harvest.HarvestId);
            if (harvest.IsQueueing(Now))
            {
                PageTags.Of(HttpContext).Until(harvest.QueueUntil);
            }
        }

        if (product.FamilyId is not null)
        {
            PageTags.Of(HttpContext).Add(PageDrops.Catalogue); // a new option is a product that this page does not know yet
        }

        return Page();
    }
}
