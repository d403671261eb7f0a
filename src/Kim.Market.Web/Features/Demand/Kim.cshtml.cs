using Kim.Market.Domain;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Demand;

/// <summary>/kelola/{slug}/dicari: what people looked for in the KIM's kecamatan and in the whole market, and nobody sells.</summary>
[For(Desk.Group, What = "Melihat yang dicari pembeli tapi belum ada"), PrivatePage]
public sealed class KimModel(RoomRows rows, DemandBook book) : MarketPage
{
    public KimRow Kim { get; private set; } = null!;

    public IReadOnlyList<Wanted> Wanted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await rows.MyKimAsync(Me, slug, ct) is not { } kim)
        {
            return NotFound();
        }

        Kim = kim;
        Wanted = await book.OfKimAsync(Me, kim.GroupId, ct);
        return Page();
    }
}
