using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Entries;

/// <summary>/desa/{kode}/terdaftar: the businesses of a village that its office knows and that do not sell here yet.</summary>
[OpenTo(Audience.Everyone, What = "Melihat usaha yang terdaftar di dinas")]
public sealed class ListedModel(Places places, EntryDesk desk) : PageModel
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Region Region { get; private set; } = null!;

    /// <summary>The regency whose office keeps the list.</summary>
    public Region Regency { get; private set; } = null!;

    public IReadOnlyList<ListedEntry> Entries { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (!RegionCode.TryParse(kode, null, out var code) || code.Value.Length != 13 || await places.FindAsync(code, ct) is not { } region)
        {
            return NotFound();
        }

        if (region.Code.Value != kode)
        {
            return LocalRedirectPermanent(Url.Content($"~/desa/{region.Code}/terdaftar"));
        }

        (Region, Regency) = (region, (await places.FindAsync(region.Code.Regency, ct))!);
        var from = Cursor.TryRead(After, out string name, out var entry) ? (name, entry) : ((string, Guid)?)null;
        var page = Slice<ListedEntry>.Of(await desk.OfVillageAsync(region.Code, from, ct), EntryDesk.PageSize);
        Entries = page.Rows;
        Paging = new(null, page.Next(row => Cursor.Of(row.Name, row.EntryId)) is { } next ? $"~/desa/{region.Code}/terdaftar?sesudah={next}" : null);
        return Page();
    }
}
