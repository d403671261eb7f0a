using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>/kelola/kartu: cards to print, one for each shop that nobody can open yet. Printed again, only the last ones hold.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mencetak kartu masuk untuk pemilik lapak"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CardsModel(ShopBatch batch) : MarketPage
{
    /// <summary>Which of several KIM.</summary>
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid[] Shops { get; init; } = [];
    }

    public OwnKim Kim { get; private set; } = null!;

    public RoomBar Bar => RoomBar.Group(T, "/kelola");

    public IReadOnlyList<OwnerlessShop> Shops { get; private set; } = [];

    /// <summary>The cards that were just made; they are shown this once.</summary>
    public IReadOnlyList<SignInCard> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await KnowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await KnowAsync(ct))
        {
            return NotFound();
        }

        Cards = await batch.CardsAsync(Me, Kim, Input.Shops.ToHashSet(), ct);
        if (Cards.Count == 0)
        {
            ModelState.AddModelError("", T["Pilih dulu lapaknya."]);
        }

        return Page();
    }

    private async Task<bool> KnowAsync(CancellationToken ct)
    {
        if (await batch.KimAsync(Me, At, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        Shops = await batch.OwnerlessAsync(Me, kim, ct);
        return true;
    }
}
