using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Favourites;

/// <summary>/favorit/simpan: where the hearts on kept pages send what is liked.</summary>
/// <remarks>Those pages carry no token; the same-origin check of every request guards this one, which changes nothing but a cookie.</remarks>
[OpenTo(Audience.Everyone, What = "Menyimpan favorit di browsernya sendiri"), PrivatePage, IgnoreAntiforgeryToken]
public sealed class KeepModel(FavouriteCookie cookie, FavouriteGoods goods) : MarketPage
{
    [BindProperty(Name = "slug")]
    public string? Slug { get; init; }

    public IActionResult OnGet() => LocalRedirect(Url.Content("~/favorit"));

    /// <summary>What is kept already keeps the price it had then.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kept = cookie.Read(HttpContext);
        if (!Domain.Slug.IsValid(Slug) || await goods.FindAsync(Slug!, ct) is not { } liked)
        {
            return Done("Barang itu sudah tidak dijual, jadi tidak disimpan.", "~/favorit");
        }

        if (kept.Any(one => one.Product == liked.Product))
        {
            return Done("Sudah ada di favorit Anda.", "~/favorit");
        }

        if (kept.Count >= FavouriteCookie.Most)
        {
            return Done("Favorit sudah penuh. Hapus satu dulu, lalu simpan lagi.", "~/favorit");
        }

        cookie.Write(HttpContext, [liked, .. kept]);
        return Done("Disimpan di favorit browser ini.", "~/favorit");
    }
}
