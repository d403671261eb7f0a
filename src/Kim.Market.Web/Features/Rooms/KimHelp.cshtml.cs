using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/kelola/pendampingan: which stalls the KIM sells for, and how much of what was sold it sold for them.</summary>
[For(Desk.Group, What = "Melihat hasil pendampingan KIM-nya"), PrivatePage]
public sealed class KimHelpModel(HelpRows rows, Standing standing, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Membership Here { get; private set; } = null!;

    public HelpTotals Totals { get; private set; } = null!;

    public Slice<HelpedStall> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Group, At) is not { } here)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        Here = here;
        Totals = await rows.TotalsAsync(Me, here.Scope, now, ct);
        All = Slice<HelpedStall>.Of(await rows.OfAsync(Me, here.Scope, After ?? "", now, ct), HelpRows.PageSize);
        return Page();
    }
}
