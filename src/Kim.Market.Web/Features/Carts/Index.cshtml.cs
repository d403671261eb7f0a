using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Carts;

/// <summary>/keranjang: what is in the cart, at today's price and stock, grouped as it will be sold.</summary>
[OpenTo(Audience.Everyone, What = "Mengisi keranjang"), PrivatePage]
public sealed class IndexModel(CartLines carts) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Why the last product could not be put in; said once.</summary>
    [TempData]
    public string? NotAdded { get; set; }

    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    public Quote Quote { get; private set; } = new([]);

    public int Pieces => Quote.Sellers.Sum(seller => seller.Lines.Sum(line => line.Quantity));

    public bool HasProblem => Lines.Any(line => line.Problem != LineProblem.None);

    /// <summary>How many of a product: typed, one less or more by its buttons, or at once what a button offers.</summary>
    public sealed class Form
    {
        public Guid Product { get; init; }

        public int Quantity { get; init; }

        public string? Step { get; init; }

        public int? Instead { get; init; }

        public int Wanted => Instead ?? Quantity + (Step switch { "-" => -1, "+" => 1, _ => 0 });
    }

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LookAsync(ct);
            return Page();
        }

        if (CartCookie.Read(HttpContext) is { } cart)
        {
            await carts.SetAsync(cart, Input.Product, Input.Wanted, ct);
        }

        return LocalRedirect(Url.Content("~/keranjang"));
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Lines = CartCookie.Read(HttpContext) is { } cart ? await carts.LinesAsync(cart, ct) : [];
        Quote = Quote.Of(Lines, Handover.Pickup);
        CartCookie.ShowCount(HttpContext, Lines.Sum(line => line.Quantity));
    }
}
