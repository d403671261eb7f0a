using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>/kelola/{slug}/penilaian: what its office found of a KIM, and what would bring it to the next class.</summary>
[For(Desk.Group, What = "Melihat penilaian KIM-nya"), PrivatePage]
public sealed class KimModel(RoomRows rows, AssessmentBook book) : MarketPage
{
    [FromRoute(Name = "slug")]
    public string Address { get; init; } = "";

    public KimRow Kim { get; private set; } = null!;

    public IReadOnlyList<AssessmentMade> Made { get; private set; } = [];

    public Zone Zone { get; private set; } = Zone.Wita;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Slug.IsValid(Address) || await rows.MyKimAsync(Me, Address, ct) is not { } kim)
        {
            return NotFound();
        }

        (Kim, Made, Zone) = (kim, await book.OfKimAsync(kim.GroupId, ct), await book.ZoneOfAsync(kim.GroupId, ct));
        return Page();
    }
}
