using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/cerita/{slug} — what a KIM tells, and the way to those and that of which it tells.</summary>
[OpenTo(Audience.Everyone, What = "Membaca cerita KIM"), CachedPage]
public sealed class ReadModel(StoryPages pages, Showcase showcase) : PageModel
{
    public StoryPage Story { get; private set; } = null!;

    public IReadOnlyList<ToldBusiness> Businesses { get; private set; } = [];

    public ProductGrid Goods { get; private set; } = null!;

    /// <summary>Villages and what they have, of which it tells.</summary>
    public IReadOnlyList<ToldPlace> Places { get; private set; } = [];

    /// <summary>Its own first picture, or of the first of its goods that has one.</summary>
    public string? Photo { get; private set; }

    public Zone Zone => Zone.Of(Story.TimeZone);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await pages.FindAsync(slug, ct) is not var (story, businesses, goods))
        {
            return NotFound();
        }

        (Story, Businesses) = (story, businesses);
        Goods = showcase.Lay(goods);
        Places = [.. Lists.Read<ToldPlace>(story.Villages), .. Lists.Read<ToldPlace>(story.Potentials)];
        Photo = story.Pictures is [var first, ..] ? first.Hash : goods.Select(product => product.Photo).FirstOrDefault(photo => photo is not null);
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Potentials).Add([story.StoryId, story.GroupId])
            .Add(businesses.Select(business => business.BusinessId)).Add(goods.Select(product => product.ProductId));
        return Page();
    }
}
