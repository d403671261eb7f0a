using System.Globalization;
using Kim.Market.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Carts;

/// <summary>/keranjang/tambah: where product pages send what is wanted.</summary>
/// <remarks>Those pages come from a cache and carry no token; the same-origin check of every request guards this one.</remarks>
[OpenTo(Audience.Everyone, What = "Mengisi keranjang"), PrivatePage, IgnoreAntiforgeryToken]
public sealed class AddModel(CartLines carts) : MarketPage
{
    [BindProperty(Name = "slug")]
    public string? Slug { get; init; }

    /// <summary>As typed: what is no number means one, as an empty field does.</summary>
    [BindProperty(Name = "jumlah")]
    public string? Quantity { get; init; }

    [TempData]
    public string? NotAdded { get; set; }

    public IActionResult OnGet() => LocalRedirect(Url.Content("~/keranjang"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var quantity = int.TryParse(Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1;
        if (Domain.Slug.IsValid(Slug)
            && await carts.AddAsync(CartCookie.ReadOrMake(HttpContext), Slug!, Math.Clamp(quantity, 1, Limits.Quantity), ct))
        {
            return Done("Sudah masuk keranjang.", "~/keranjang");
        }

        NotAdded = T["Barang itu belum bisa dimasukkan: sudah tidak dijual, atau keranjang sudah berisi {0} macam barang.", Limits.CartLines];
        return LocalRedirect(Url.Content("~/keranjang"));
    }
}
