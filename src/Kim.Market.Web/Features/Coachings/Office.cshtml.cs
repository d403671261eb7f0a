using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/dinas/pembinaan: what the offices of a region do and did to coach its KIM.</summary>
[For(Desk.Office, What = "Melihat pembinaan di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, CoachingBook book) : OfficePage(standing)
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Slice<KnownCoaching> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        All = await book.OfOfficeAsync(Me, Here.Scope, CoachingKey.Read(After), ct);
        return Page();
    }
}
