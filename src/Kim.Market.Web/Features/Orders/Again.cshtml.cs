using Kim.Market.Web.Features.Carts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Orders;

/// <summary>/pesanan/{token}/lagi: puts what was ordered once into the cart again, at today's price; the order itself stays as it is.</summary>
[OpenTo(Audience.KeyHolder, What = "Memesan lagi barang yang sama"), PrivatePage]
public sealed class AgainModel(BuyerOrders orders, CartLines carts) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>What could not be put in, for the cart to say.</summary>
    [TempData]
    public string? NotAdded { get; set; }

    public sealed class Form
    {
        public Guid Order { get; init; }
    }

    public IActionResult OnGet() => LocalRedirect(Url.Content($"~/pesanan/{Uri.EscapeDataString(Token)}"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if ((await orders.OpenAsync(Token, ct)).FirstOrDefault(order => order.OrderId == Input.Order) is not { } order)
        {
            return NotFound();
        }

        var lines = order.Ordered;
        var added = await carts.AddAgainAsync(CartCookie.ReadOrMake(HttpContext), [.. lines.Select(line => (line.Product, line.Quantity))], ct);
        var missing = lines.Where(line => !added.Contains(line.Product)).Select(line => line.Name).ToList();
        if (missing.Count > 0)
        {
            NotAdded = T["Tidak bisa dimasukkan lagi: {0}. Barangnya sudah tidak dijual, atau keranjang penuh.", string.Join(", ", missing)];
        }

        return added.Count > 0 ? Done("Barangnya sudah masuk keranjang lagi, dengan harga hari ini.", "~/keranjang") : LocalRedirect(Url.Content("~/keranjang"));
    }
}
