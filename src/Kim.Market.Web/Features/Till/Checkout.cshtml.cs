using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Till;

/// <summary>/checkout: three answers, and the order stands.</summary>
[OpenTo(Audience.Everyone, What = "Membuat pesanan, tanpa akun"), PrivatePage]
public sealed partial class CheckoutModel(CartLines carts, PlaceQuestion places, MarketOffers markets, Placing placing) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    /// <summary>What the cart costs when everything is fetched.</summary>
    public Quote Pickup { get; private set; } = new([]);

    /// <summary>What it costs when all who deliver do so; null when nobody does, wherever it goes.</summary>
    public Quote? Delivery { get; private set; }

    /// <summary>Some seller's price depends on where it goes.</summary>
    public bool AsksWhere => Lines.Any(line => line.Delivers.DependOnPlace);

    /// <summary>The village it goes to; null until it is clear.</summary>
    public RegionCode? Place => _asked?.Place;

    public string? PlaceName => _asked?.Name;

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant => _asked?.Meant ?? [];

    /// <summary>True where the fee for the place stands on the page for the first time: the buyer looks before the last click.</summary>
    public bool IsNewlyPriced { get; private set; }

    private PlaceAnswer? _asked;

    /// <summary>True after an order that could not be placed as it stood on the button.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The total on the button that was pressed.</summary>
    public Rupiah Seen => new(IsBrought ? Input.SeenDelivery : IsMarket ? SeenMarket : Input.SeenPickup);

    public Quote Chosen => IsBrought ? Delivery ?? Pickup : ChosenMarket ?? Pickup;

    /// <summary>The highest unique code that a transfer may bear later, however it is handed over.</summary>
    public Rupiah MostCode => Markets.Append(Pickup).Append(Delivery ?? Pickup).Max(quote => quote.MostCode);

    private string Way => Input.Handover ?? "";

    public bool IsBrought => Way == nameof(Handover.Delivery);

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

        /// <summary>Pickup, Delivery, or a market day by its name.</summary>
        [StringLength(80)]
        public string? Handover { get; init; } = nameof(Domain.Orders.Handover.Pickup);

        [Display(Name = "Desa atau kelurahan tujuan")]
        [StringLength(80)]
        public string? Where { get; init; }

        /// <summary>The code of the village that was chosen among those of one name.</summary>
        [StringLength(13)]
        public string? Place { get; init; }

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

        public int? SeenAwaiting { get; init; }

        /// <summary>The village whose fee stood on the page.</summary>
        public string? SeenPlace { get; init; }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.Command = Guid.NewGuid();
        await LookAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var number = Check();
        if (IsBrought)
        {
            await LookAsync(ct);
            CheckPlace();
        }
        else if (IsMarket)
        {
            await LookAsync(ct);
            CheckMarket();
        }

        if (!ModelState.IsValid)
        {
            await LookAsync(ct);
            return Page();
        }

        if (Place is { } place && place.Value != Input.SeenPlace)
        {
            IsNewlyPriced = true;
            return Page();
        }

        var outcome = await placing.PlaceAsync(
            new(Input.Command, CartCookie.Read(HttpContext) ?? Guid.NewGuid(), Tidy(Input.Name)!, number, IsBrought ? Handover.Delivery : Handover.Pickup,
                IsBrought ? FullAddress : null, Tidy(Input.Note), Seen,
                IsBrought ? Input.SeenDelivering : null, Place,
                IsBrought ? Input.SeenAwaiting : null, ChosenMarket?.Market is { } market ? (market.Day, market.Date.Date) : null),
            Me, ct);
        return outcome.Token is { } token ? Placed(token) : await LookAgainAsync(outcome.Refusal, ct);
    }

    /// <summary>Says what delivery to the place costs; whatever else is missing can still be filled in.</summary>
    public async Task<IActionResult> OnPostFeeAsync(CancellationToken ct)
    {
        ForgetWhatIsNotTyped();
        await LookAsync(ct);
        ForgetWhatIsWrong();
        CheckPlace();
        return Page();
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

        ForgetWhatIsWrong();
        return Page();
    }

    private WhatsAppNumber Check()
    {
        ForgetWhatIsNotTyped();
        if (!WhatsAppNumber.TryParse(Input.WhatsApp, out var number) && !string.IsNullOrWhiteSpace(Input.WhatsApp))
        {
            ModelState.AddModelError("Input.WhatsApp", NumberAdvice.For(Input.WhatsApp, T));
        }

        if (!IsBrought && !IsMarket && Way != nameof(Handover.Pickup))
        {
            ModelState.AddModelError("Input.Handover", T["Pilih cara terima barang."]);
        }

        if (IsBrought && string.IsNullOrWhiteSpace(Input.Address))
        {
            ModelState.AddModelError("Input.Address", T["Tulis alamat antar: jalan atau gang, RT, desa/kelurahan, dan patokan."]);
        }

        return number;
    }

    private void CheckPlace()
    {
        if (!AsksWhere)
        {
            return;
        }

        if (Place is null)
        {
            ModelState.AddModelError("Input.Where", _asked?.Advice ?? T["Tulis desa atau kelurahan tujuan, supaya ongkirnya bisa dihitung."]);
        }
        else if (Delivery is { Delivering: 0 } nobody)
        {
            ModelState.AddModelError("Input.Where", OfferWords.Nobody(nobody, T));
        }
    }

    private void ForgetWhatIsWrong()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
        }
    }

    // Whoever tampers with a hidden field is not asked to correct it: a total that was never shown fits no cart,
    // and a command that is none is drawn again.
    private void ForgetWhatIsNotTyped()
    {
        ModelState.Remove("Input.Command");
        ModelState.Remove("Input.SeenPickup");
        ModelState.Remove("Input.SeenDelivery");
        ModelState.Remove("Input.SeenDelivering");
        ModelState.Remove("Input.SeenAwaiting");
        ModelState.Remove("Input.SeenPlace");
        ModelState.Remove("Input.Place");
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

    private async Task<IActionResult> LookAgainAsync(Refusal? refusal, CancellationToken ct)
    {
        await LookAsync(ct);
        HasMoved = refusal != OrderRefusals.MarketCutOff;
        if (!HasMoved)
        {
            ModelState.AddModelError("Input.Handover", T.Of(OrderRefusals.MarketCutOff));
        }

        return Page();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Lines = CartCookie.Read(HttpContext) is { } cart ? await carts.LinesAsync(cart, ct) : [];
        Pickup = Quote.Of(Lines, Handover.Pickup);
        Markets = [.. (await markets.ForAsync([.. Pickup.Sellers.Select(seller => seller.Seller.GroupId).Distinct()], ct)).Select(offer => Quote.At(offer, Lines))];
        _asked = AsksWhere && IsBrought
            ? await places.AskAsync(Input.Where, Input.Place, Reach.Village, T, ct)
            : null;
        var delivery = Quote.Of(Lines, Handover.Delivery, Place);
        Delivery = delivery.Delivering > 0 || AsksWhere ? delivery : null;
    }

    // The village stands in its own field, and belongs to the address as its seller reads it.
    private string? FullAddress => Place is null ? Tidy(Input.Address) : $"{Tidy(Input.Address)}, {PlaceName}";

    private static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
