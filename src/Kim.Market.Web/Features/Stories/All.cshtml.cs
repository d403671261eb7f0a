using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/cerita: what all KIM tell, the newest first.</summary>
[OpenTo(Audience.Everyone, What = "Membaca daftar cerita semua KIM"), CachedPage(VaryBy = ["sesudah"])]
public sealed class AllModel(StoryPages pages) : PageModel
{
    private const int PageSize = 12;

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Slice<ListedStory> Stories { get; private set; } = new([], false);

    public string? Next => Stories.Next(ListedStory.After) is { } cursor ? $"~/cerita?sesudah={cursor}" : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Stories = Slice<ListedStory>.Of(await pages.NewestAsync(null, StoryKey.Read(After), PageSize + 1, ct), PageSize);
        PageTags.Of(HttpContext).Add(PageDrops.Stories).Add(PageDrops.Catalogue);
    }
}
