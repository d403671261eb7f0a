using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Demand;

/// <summary>/dinas/dicari: what people looked for in the office's region, kecamatan by kecamatan, and nobody sells.</summary>
[For(Desk.Office, What = "Melihat yang dicari pembeli di wilayahnya tapi belum ada"), PrivatePage]
public sealed class OfficeModel(Standing standing, DemandBook book) : OfficePage(standing)
{
    public IReadOnlyList<Wanted> Wanted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        Wanted = await book.OfOfficeAsync(Me, Here.Scope, ct);
        return Page();
    }
}
