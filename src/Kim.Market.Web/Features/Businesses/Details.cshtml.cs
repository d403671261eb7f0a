using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Features.Delivery;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>/toko/{slug} — the stall of one UMKM: who it is, how goods change hands, what lies on it.</summary>
[OpenTo(Audience.Everyone, What = "Melihat lapak"), CachedPage(VaryBy = ["sesudah"])]
public sealed class DetailsModel(BusinessPages pages, ProductCards cards, Showcase showcase, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    public BusinessPage Business { get; private set; } = null!;

    /// <summary>What is proven of the business, what it only says, and what was proven once.</summary>
    public IReadOnlyList<Badge> Badges { get; private set; } = [];

    public IEnumerable<Badge> Over => Badges.Where(badge => !badge.Holds && badge.State != CertificateStatus.Stated);

    /// <summary>Where it brings goods at what price.</summary>
    public IReadOnlyList<RateLine> Rates { get; private set; } = [];

    /// <summary>The next market day of its KIM that can still be ordered for.</summary>
    public MarketOffer? Market { get; private set; }

    public Zone Zone { get; private set; } = null!;

    public ProductGrid Products { get; private set; } = null!;

    public string? Next { get; private set; }

    public bool IsSuspended => Business.Status == (short)BusinessStatus.Suspended;

    public bool IsClosed => Business.Status == (short)BusinessStatus.Closed;

    /// <summary>Its goods are hidden; orders that are open go on.</summary>
    public bool IsGroupShut => Business.GroupStatus is (short)GroupStatus.Suspended or (short)GroupStatus.Dissolved;

    public bool IsGroupDormant => Business.GroupStatus == (short)GroupStatus.Dormant;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await pages.FindAsync(slug, ct) is not var (business, badges, rates))
        {
            return NotFound();
        }

        var products = Slice<ProductCardRow>.Of(
            business.Status == (short)BusinessStatus.Suspended ? [] : await cards.OfBusinessAsync(business.BusinessId, ProductKey.Read(After), ct), ProductCards.PageSize);
        (Business, Badges, Rates, Zone) = (business, badges, rates, Zone.Of(business.TimeZone));
        Products = showcase.Lay(products.Rows) with { FirstRow = 4 };
        Next = products.Next(ProductKey.After) is { } cursor ? $"~/toko/{slug}?sesudah={cursor}" : null;
        Market = MarketOffers.Shown(PageTags.Of(HttpContext), business.MarketDays, clock.GetUtcNow());
        PageTags.Of(HttpContext).Ends(badges, Zone).Add(PageDrops.Catalogue).Add(PageDrops.Stories).Add([business.BusinessId, business.GroupId])
            .Add(products.Rows.Select(row => row.ProductId));
        return Page();
    }
}
