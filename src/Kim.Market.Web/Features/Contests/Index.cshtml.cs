using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Contests;

/// <summary>/lomba: contests of offices for KIM.</summary>
[OpenTo(Audience.Everyone, What = "Melihat lomba KIM"), CachedPage(VaryBy = ["sesudah"])]
public sealed class IndexModel(ContestBook book, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Slice<KnownContest> All { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken ct)
    {
        All = await book.PublishedAsync(ContestKey.Read(After), ct);

        // midnight comes first in the east, and an hour later in the west
        PageTags.Of(HttpContext).Add(PageDrops.Contests).Until(PastDay.EndOf(DateFormat.DayIn(Now, Zone.Wita), Zone.Wita)).Until(PastDay.EndOf(DateFormat.DayIn(Now, Zone.Wib), Zone.Wib));
    }
}
