using Kim.Market.Domain;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>/kelola/{slug}/dibagikan: what of a KIM was passed on, and how often.</summary>
[For(Desk.Group, What = "Melihat berapa kali halaman KIM-nya dibagikan"), PrivatePage]
public sealed class SharedModel(RoomRows rows, Shares shares) : MarketPage
{
    public KimRow Kim { get; private set; } = null!;

    public IReadOnlyList<SharedPiece> Pieces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await rows.MyKimAsync(Me, slug, ct) is not { } kim)
        {
            return NotFound();
        }

        Kim = kim;
        Pieces = await shares.OfKimAsync(Me, kim.GroupId, ct);
        return Page();
    }
}
