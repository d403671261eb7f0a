using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Selections;

/// <summary>/unggulan: what offices choose and chose, with their reasons.</summary>
[OpenTo(Audience.Everyone, What = "Melihat produk unggulan pilihan dinas"), CachedPage(VaryBy = ["sesudah"])]
public sealed class IndexModel(SelectionBook book, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Slice<KnownSelection> All { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken ct)
    {
        All = await book.PublishedAsync(SelectionKey.Read(After), ct);

        // midnight in the east comes first: what ends there is over
        PageTags.Of(HttpContext).Add(PageDrops.Selections).Until(PastDay.EndOf(DateFormat.DayIn(Now, Zone.Wita), Zone.Wita)).Until(PastDay.EndOf(DateFormat.DayIn(Now, Zone.Wib), Zone.Wib));
    }
}
