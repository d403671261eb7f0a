using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/pembinaan/{coaching}: what, when and where, for everybody; never who.</summary>
[OpenTo(Audience.Everyone, What = "Melihat pembinaan KIM yang akan datang"), CachedPage]
public sealed class DetailsModel(CoachingBook book) : PageModel
{
    public KnownCoaching Known { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid coaching, CancellationToken ct)
    {
        if (await book.FindOpenAsync(coaching, ct) is not { } known)
        {
            return NotFound();
        }

        Known = known;
        PageTags.Of(HttpContext).Add(coaching);
        return Page();
    }
}
