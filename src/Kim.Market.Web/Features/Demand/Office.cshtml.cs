using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Demand;

/// <summary>/dinas/dicari: what people looked for in the office's region, kecamatan by kecamatan, and nobody sells.</summary>
[For(Desk.Office, What = "Melihat yang dicari pembeli di wilayahnya tapi belum ada"), PrivatePage]
public sealed class OfficeModel(Standing standing, DemandBook book) : MarketPage
{
    [FromQuery(Name = "di")] public Guid? At { get; init; }

    public Membership Here { get; private set; } = null!;

    public IReadOnlyList<Wanted> Wanted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, At) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        Wanted = await book.OfOfficeAsync(Me, here.Scope, ct);
        return Page();
    }
}
