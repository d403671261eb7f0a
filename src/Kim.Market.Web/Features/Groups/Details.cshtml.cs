using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Groups;

/// <summary>/kim/{slug} — a KIM's storefront: its products, its UMKM, what it is.</summary>
[OpenTo(Audience.Everyone, What = "Melihat KIM"), CachedPage(VaryBy = ["sesudah", "usaha", "cerita"])]
public sealed class DetailsModel(GroupPages pages, ProductCards cards, Showcase showcase, Words words, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    /// <summary>Where its list of UMKM goes on.</summary>
    [FromQuery(Name = "usaha")] public string? AfterBusiness { get; init; }

    /// <summary>Where its list of stories goes on.</summary>
    [FromQuery(Name = "cerita")] public string? AfterStory { get; init; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public GroupPage Group { get; private set; } = null!;

    public Zone Zone { get; private set; } = null!;

    /// <summary>What the KIM did last: its pulse rests on it.</summary>
    public IReadOnlyList<Act> Acts { get; private set; } = [];

    public IReadOnlyList<StoryCard> Stories { get; private set; } = [];

    public string? MoreStories { get; private set; }

    public ProductGrid Products { get; private set; } = null!;

    public string? MoreProducts { get; private set; }

    public IReadOnlyList<KimCard> Businesses { get; private set; } = [];

    public string? MoreBusinesses { get; private set; }

    /// <summary>What the KIM shows before all others; only where its list begins.</summary>
    public ProductGrid Featured { get; private set; } = new([]);

    public Opening? Opening { get; private set; }

    /// <summary>Its own photo above its name; null where it has hung none.</summary>
    public PhotoFrame? Cover => Group is { Cover: { } hash, IsOutOfSight: false } ? new(hash, Group.CoverAlt ?? "") { Shape = PhotoShape.Wide, Sizes = "100vw" } : null;

    /// <summary>What there is to show, in the order of the KIM.</summary>
    public IEnumerable<StorefrontPart> Parts => Group.Front.Parts.Where(part => part switch
    {
        StorefrontPart.Businesses => Businesses.Count > 0,
        StorefrontPart.Stories => Stories.Count > 0,
        StorefrontPart.Pulse => Acts.Count > 0,
        StorefrontPart.Questions => Group.Seat.Length == 13 && !Group.IsDissolved,
        _ => true,
    });

    /// <summary>Where a link to a part leads; null for one that is no place of its own.</summary>
    public static string? AnchorOf(StorefrontPart part) => part switch
    {
        StorefrontPart.Products => "produk",
        StorefrontPart.Businesses => "usaha",
        StorefrontPart.Stories => "cerita",
        StorefrontPart.About => "tentang",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await pages.FindAsync(slug, BusinessKey.Read(AfterBusiness), StoryKey.Read(AfterStory), ct) is not var (group, businesses, acts, stories))
        {
            return NotFound();
        }

        var products = Slice<ProductCardRow>.Of(
            group.IsOutOfSight ? [] : await cards.OfGroupAsync(group.GroupId, ProductKey.Read(After), ct), ProductCards.PageSize);
        (Group, Zone, Acts) = (group, Zone.Of(group.TimeZone), acts);
        Products = showcase.Lay(products.Rows) with { FirstRow = group.Featured.Count > 0 ? 0 : 4 };
        MoreProducts = products.Next(ProductKey.After) is { } product ? $"~/kim/{slug}?sesudah={product}#produk" : null;
        Businesses = [.. businesses.Rows.Select(business => business.Card(words))];
        MoreBusinesses = businesses.Next(BusinessKey.After) is { } business ? $"~/kim/{slug}?usaha={business}#usaha" : null;
        Stories = stories.Rows;
        MoreStories = stories.Next(StoryKey.After) is { } story ? $"~/kim/{slug}?cerita={story}#cerita" : null;
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Stories).Add(PageDrops.Enquiries).Add(PageDrops.Contests).Add(group.GroupId)
            .Add(businesses.Rows.Select(row => row.BusinessId)).Add(products.Rows.Select(row => row.ProductId));
        ShowFront(group);
        if (group.Share.Next is { } next)
        {
            PageTags.Of(HttpContext).Until(next); // one more enquiry is over its time then
        }

        return Page();
    }

    // What turns or ends by itself also ends the kept page.
    private void ShowFront(GroupPage group)
    {
        var tags = PageTags.Of(HttpContext);
        if (!group.IsOutOfSight && After is null)
        {
            Featured = showcase.Lay(group.Featured) with { FirstRow = 4 };
            tags.Add(group.Featured.Select(product => product.ProductId));
        }

        Opening = group.IsDormant || group.IsDissolved ? null : Opening.At(group.Front.Hours, Zone, Now);
        if (Opening is { } opening)
        {
            tags.Until(opening.Turns);
        }

        if (group.Announcing(Now) is { } until)
        {
            tags.Until(until);
        }
    }
}
