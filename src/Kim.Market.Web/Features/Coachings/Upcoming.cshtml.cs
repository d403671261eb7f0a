using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/pembinaan: what offices are going to do for KIM, as far as everybody may read of it.</summary>
[OpenTo(Audience.Everyone, What = "Melihat pembinaan KIM yang akan datang"), CachedPage]
public sealed class UpcomingModel(CoachingBook book, TimeProvider clock) : PageModel
{
    public IReadOnlyList<KnownCoaching> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);
        All = await book.UpcomingAsync(today, ct);
        PageTags.Of(HttpContext).Add(PageDrops.Coachings).Until(PastDay.EndOf(today, Zone.Wita));
    }
}
