using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/potensi/{slug} — something a village has, who wrote and who checked it, and everything that happened to it.</summary>
[OpenTo(Audience.Everyone, What = "Membaca potensi desa dan riwayatnya"), CachedPage]
public sealed class ReadModel(PotentialPages pages, EventStore store, EventStory story, TimeProvider clock) : PageModel
{
    private const int Shown = 50;

    public PotentialPage Potential { get; private set; } = null!;

    /// <summary>What happened to it, the latest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, string What, string? Detail)> History { get; private set; } = [];

    public Zone Zone => Zone.Of(Potential.TimeZone);

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await pages.FindAsync(slug, ct) is not { } potential)
        {
            return NotFound();
        }

        Potential = potential;
        History = [.. (await store.ReadAsync(potential.PotentialId, ct: ct)).AsEnumerable().Reverse().Take(Shown)
            .Select(recorded => (recorded.Timestamp, story.Tell(recorded.Data)))
            .Where(line => line.Item2 is not null)
            .Select(line => (line.Timestamp, line.Item2!.Value.What, line.Item2.Value.Detail))];
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Stories).Add([potential.PotentialId, potential.GroupId]);
        if (potential.Says is { Figures.Length: > 0 })
        {
            PageTags.Of(HttpContext).Until(PastDay.EndOf(Today, Zone));
        }

        return Page();
    }
}
