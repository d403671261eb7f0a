using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>/kim/{slug}/penilaian: in which class a KIM is and by which points; never the notes.</summary>
[OpenTo(Audience.Everyone, What = "Melihat kelas KIM menurut penilaian dinas"), CachedPage]
public sealed class DetailsModel(AssessmentBook book) : PageModel
{
    public AssessedGroup Kim { get; private set; } = null!;

    public AssessmentMade Made { get; private set; } = null!;

    public Zone Zone => Zone.Of(Kim.TimeZone);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await book.PublicAsync(slug, ct) is not var (kim, made))
        {
            return NotFound();
        }

        (Kim, Made) = (kim, made);
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(kim.GroupId);
        return Page();
    }
}
