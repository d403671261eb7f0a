using System.Globalization;
using Kim.Market.Domain.Harvests;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/panen/{id}: every event of a harvest and its line, so that anybody can count the numbers on its product's page again.</summary>
[OpenTo(Audience.Everyone, What = "Membuka kejadian di balik antrean panen"), PrivatePage]
public sealed class LedgerModel(HarvestBook book, EventStore store, Words words) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The version behind which the page begins.</summary>
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public NamedHarvest Harvest { get; private set; } = null!;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<(long Version, DateTimeOffset At, string What, string? Detail)> Events { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await book.PublicAsync(id, ct) is not { } harvest)
        {
            return NotFound();
        }

        Harvest = harvest;
        _ = long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        var told = Slice<Recorded>.Of([.. (await store.ReadAsync(id, after, ct)).Take(PageSize + 1)], PageSize);
        Events =
        [
            .. told.Rows.Select(recorded => (recorded, Told: HarvestStory.Tell((HarvestEvent)recorded.Data, words)!.Value))
                .Select(line => (line.recorded.Version, line.recorded.Timestamp, line.Told.What, line.Told.Detail)),
        ];
        Paging = new(after > 0 ? $"~/panen/{id}" : null, told.Next(recorded => $"~/panen/{id}?sesudah={recorded.Version}"));
        return Page();
    }
}
