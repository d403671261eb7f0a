using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/kim/{slug}/tanya-jawab: what a KIM was asked, and what came of each.</summary>
[OpenTo(Audience.Everyone, What = "Melihat pertanyaan kepada KIM dan kapan dijawab, tanpa nama"), CachedPage(VaryBy = ["sesudah"])]
public sealed class KimAnswersModel(EnquiryTargets targets, EnquiryPages pages) : AnswersModel
{
    private string _slug = "";
    private string _seat = "";

    public override string Back => $"~/kim/{_slug}";

    public override string Ask => $"~/desa/{_seat}/tanya?kim={_slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await targets.KimAsync(slug, ct) is not { } kim)
        {
            return NotFound();
        }

        (_slug, _seat, Name) = (kim.Slug, kim.Seat, kim.Name);
        Show(await pages.OfAsync(slug, EnquiryKey.Read(After), ct));
        PageTags.Of(HttpContext).Add(kim.GroupId);
        return Page();
    }
}
