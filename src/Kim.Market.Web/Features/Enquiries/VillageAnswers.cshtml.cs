using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/desa/{kode}/tanya-jawab: what a place was asked, and what came of each.</summary>
[OpenTo(Audience.Everyone, What = "Melihat pertanyaan kepada desa dan kapan dijawab, tanpa nama"), CachedPage(VaryBy = ["sesudah"])]
public sealed class VillageAnswersModel(Places places, EnquiryPages pages) : AnswersModel
{
    public Region Region { get; private set; } = null!;

    public override string Back => $"~/desa/{Region.Code}";

    public override string Ask => $"~/desa/{Region.Code}/tanya";

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (!RegionCode.TryParse(kode, null, out var code) || await places.FindAsync(code, ct) is not { } region || region.Code.Value != kode)
        {
            return NotFound();
        }

        (Region, Name) = (region, region.PlaceText);
        Show(await pages.OfAsync(region.Code, EnquiryKey.Read(After), ct));
        return Page();
    }
}
