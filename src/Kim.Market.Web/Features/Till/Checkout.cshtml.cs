using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Till;

/// <summary>/checkout: three answers, and the order stands.</summary>
[OpenTo(Audience.Everyone, What = "Membuat pesanan, tanpa akun"), PrivatePage]
public sealed class CheckoutModel(CartLines carts, Placing placing) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    /// <summary>What the cart costs when everything is fetched.</summary>
    public Quote Pickup { get; private set; } = new([]);

    /// <summary>What it costs when all who deliver do so; null when nobody does.</summary>
    public Quote? Delivery { get; private set; }

    /// <summary>True after an order that could not be placed as it stood on the button.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The total on the button that was pressed.</summary>
    public Rupiah Seen => new(Input.Handover == Handover.Delivery ? Input.SeenDelivery : Input.SeenPickup);

    public Quote Chosen => Input.Handover == Handover.Delivery ? Delivery ?? Pickup : Pickup;

    public IEnumerable<CartLine> Problems => Lines.Where(line => line.Problem != LineProblem.None);

    /// <summary>What a buyer writes, and what the page that they wrote it on had told them.</summary>
    public sealed class Form
    {
        [Display(Name = "Nama Anda")]
        [Required(ErrorMessage = "Tulis nama Anda, supaya penjual tahu ini pesanan siapa.")]
        [StringLength(Limits.BuyerName)]
        public string Name { get; init; } = "";

        [Display(Name = "Nomor WhatsApp")]
        [Required(ErrorMessage = "Tulis nomor WhatsApp Anda, contoh 0812-3456-7890.")]
        [StringLength(40)]
        public string WhatsApp { get; init; } = "";

        public Handover Handover { get; init; }

        [Display(Name = "Alamat antar")]
        [StringLength(Limits.BuyerAddress)]
        public string? Address { get; init; }

        [Display(Name = "Catatan untuk penjual")]
        [StringLength(Limits.BuyerNote)]
        public string? Note { get; init; }

        /// <summary>Drawn when the page was opened, so that pressing twice orders once.</summary>
        public Guid Command { get; set; }

        public long SeenPickup { get; init; }

        public long SeenDelivery { get; init; }

        public int? SeenDelivering { get; init; }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.Command = Guid.NewGuid();
        await LookAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var number = Check();
        if (!ModelState.IsValid)
        {
            await LookAsync(ct);
            return Page();
        }

        var outcome = await placing.PlaceAsync(
            new(Input.Command, CartCookie.Read(HttpContext) ?? Guid.NewGuid(), Tidy(Input.Name)!, number, Input.Handover,
                Input.Handover == Handover.Delivery ? Tidy(Input.Address) : null, Tidy(Input.Note), Seen,
                Input.Handover == Handover.Delivery ? Input.SeenDelivering : null),
            Me, ct);
        return outcome.Token is { } token ? Placed(token) : await LookAgainAsync(ct);
    }

    /// <summary>Brings the cart down to what can be had, and shows the same form again with all that was typed.</summary>
    public async Task<IActionResult> OnPostAdjustAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        if (CartCookie.Read(HttpContext) is { } cart)
        {
            foreach (var line in Problems)
            {
                await carts.SetAsync(cart, line.ProductId, line.Problem switch
                {
                    LineProblem.NotEnough => line.Available,
                    LineProblem.TooFew => line.Had.Minimum,
                    _ => 0,
                }, ct);
            }

            await LookAsync(ct);
        }

        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
        }

        return Page();
    }

    private WhatsAppNumber Check()
    {
        ForgetWhatIsNotTyped();
        if (!WhatsAppNumber.TryParse(Input.WhatsApp, out var number) && !string.IsNullOrWhiteSpace(Input.WhatsApp))
        {
            ModelState.AddModelError("Input.WhatsApp", NumberAdvice.For(Input.WhatsApp, T));
        }

        if (Input.Handover == Handover.Delivery && string.IsNullOrWhiteSpace(Input.Address))
        {
            ModelState.AddModelError("Input.Address", T["Tulis alamat antar: jalan atau gang, RT, desa/kelurahan, dan patokan."]);
        }

        return number;
    }

    // Whoever tampers with a hidden field is not asked to correct it: a total that was never shown fits no cart,
    // and a command that is none is drawn again.
    private void ForgetWhatIsNotTyped()
    {
        ModelState.Remove("Input.Command");
        ModelState.Remove("Input.SeenPickup");
        ModelState.Remove("Input.SeenDelivery");
        ModelState.Remove("Input.SeenDelivering");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.NewGuid();
        }
    }

    private StatusCodeResult Placed(string token)
    {
        OrderKeys.Remember(HttpContext, token);
        CartCookie.ShowCount(HttpContext, 0);
        Response.Headers.Location = Url.Content($"~/pesanan/{token}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IActionResult> LookAgainAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        HasMoved = true;
        return Page();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Lines = CartCookie.Read(HttpContext) is { } cart ? await carts.LinesAsync(cart, ct) : [];
        Pickup = Quote.Of(Lines, Handover.Pickup);
        var delivery = Quote.Of(Lines, Handover.Delivery);
        Delivery = delivery.Sellers.Any(seller => seller.Handover == Handover.Delivery) ? delivery : null;
    }

    private static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
