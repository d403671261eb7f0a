using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Contests;

/// <summary>/lomba/{contest}: by what is judged; what was entered, once nothing more can be; who won, with every point.</summary>
[OpenTo(Audience.Everyone, What = "Melihat lomba KIM"), CachedPage]
public sealed class DetailsModel(ContestBook book, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public KnownContest Known { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid contest, CancellationToken ct)
    {
        if (await book.FindAsync(contest, ct) is not { } known)
        {
            return NotFound();
        }

        Known = known;
        PageTags.Of(HttpContext).Add(contest).Add(known.Entered.Select(entry => entry.Group)).Until(PastDay.EndOf(DateFormat.DayIn(Now, known.Zone), known.Zone));
        return Page();
    }
}
