using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/dinas/pembinaan: what the offices of a region do and did to coach its KIM.</summary>
[For(Desk.Office, What = "Melihat pembinaan di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, CoachingBook book) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Membership Here { get; private set; } = null!;

    public bool MayPlan { get; private set; }

    public Slice<KnownCoaching> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, At) is not { } here)
        {
            return NotFound();
        }

        (Here, MayPlan) = (here, standing.Holds(Desk.Office, here.Scope, OfficeRole.Officer));
        All = await book.OfOfficeAsync(Me, here.Scope, CoachingKey.Read(After), ct);
        return Page();
    }
}
