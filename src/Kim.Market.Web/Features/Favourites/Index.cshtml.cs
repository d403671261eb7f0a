using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Favourites;

/// <summary>/favorit: what this browser remembers, at today's price, with what changed since.</summary>
[OpenTo(Audience.Everyone, What = "Menyimpan favorit di browsernya sendiri"), PrivatePage]
public sealed class IndexModel(FavouriteCookie cookie, FavouriteGoods goods) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Product { get; init; }
    }

    public IReadOnlyList<Favourite> Kept { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Kept = await goods.OfAsync(cookie.Read(HttpContext), ct);

    public IActionResult OnPost()
    {
        cookie.Write(HttpContext, [.. cookie.Read(HttpContext).Where(one => one.Product != Input.Product)]);
        return Done("Dihapus dari favorit.", "~/favorit");
    }
}
