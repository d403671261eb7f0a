using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/desa/{kode}/potensi — everything a place has, kind by kind.</summary>
[OpenTo(Audience.Everyone, What = "Melihat semua potensi sebuah desa atau wilayah"), CachedPage(VaryBy = ["jenis", "sesudah"])]
public sealed class ListModel(Places places, PotentialPages pages) : PageModel
{
    [FromQuery(Name = "jenis")]
    public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Region Region { get; private set; } = null!;

    public Slice<ShownPotential> All { get; private set; } = new([], false);

    public IReadOnlyList<PotentialCount> Counts { get; private set; } = [];

    public PotentialKind? Kind => Enum.TryParse<PotentialKind>(Asked, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public string Address => $"~/desa/{Region.Code}/potensi";

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (!RegionCode.TryParse(kode, null, out var code) || await places.FindAsync(code, ct) is not { } region)
        {
            return NotFound();
        }

        if (region.Code.Value != kode)
        {
            return LocalRedirectPermanent(Url.Content($"~/desa/{region.Code}/potensi") + Request.QueryString);
        }

        Region = region;
        var (potentials, counts) = await pages.OfAsync(region.Code, Kind, PotentialKey.Read(After), ct);
        (All, Counts) = (Slice<ShownPotential>.Of(potentials, PotentialPages.PageSize), counts);
        PageTags.Of(HttpContext).Add(PageDrops.Potentials);
        return Page();
    }
}
