using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>/lapak/atur/{slug}: where goods are fetched, whether they are brought, where the seller is reached, and closing for a while.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.GoodsHelper, What = "Mengatur serah terima, nomor WhatsApp, dan tutup sementara lapaknya"), PrivatePage]
public sealed class SettingsModel(OwnShops shops, ShopDesk desk, Marketplace market, Vault vault, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public OwnShop Shop { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public sealed class Form
    {
        [Display(Name = "Tempat ambil barang")]
        [Required(ErrorMessage = "Tulis tempatnya, contoh rumah produksi, Jalan Mawar RT 3.")]
        [StringLength(Limits.Place)]
        public string PickupPlace { get; init; } = "";

        [Display(Name = "Jam ambil")]
        [StringLength(Limits.Place)]
        public string? PickupHours { get; init; }

        public bool Delivers { get; init; }

        [Display(Name = "Ongkos antar")]
        public Rupiah? DeliveryFee { get; init; }

        [Display(Name = "Diantar ke mana")]
        [StringLength(Limits.Place)]
        public string? DeliveryArea { get; init; }

        [Display(Name = "Nomor WhatsApp untuk pembeli")]
        [StringLength(40)]
        public string? WhatsApp { get; init; }

        [Display(Name = "Buka lagi tanggal")]
        public DateOnly? ReturnsOn { get; init; }
    }

    /// <summary>A helper settles what is to be settled, and takes nothing along.</summary>
    public bool Owns => Me.OnBehalfOf is null;

    public DateOnly Tomorrow => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);

    /// <summary>The day it meant to open again has come.</summary>
    public bool IsOverdue => Shop.State == BusinessStatus.Closed && Shop.ReturnsOn < Tomorrow;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var kept = (await vault.OpenAsync([Shop.BusinessId], ct))[Shop.BusinessId].FirstOrDefault(entry => entry.Field == "whatsapp").Value;
        Input = new()
        {
            PickupPlace = Shop.PickupPlace ?? "",
            PickupHours = Shop.PickupHours,
            Delivers = Shop.DeliveryFee is not null,
            DeliveryFee = Shop.DeliveryFee is { } fee ? new(fee) : null,
            DeliveryArea = Shop.DeliveryArea,
            WhatsApp = kept is null ? null : "+" + kept,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        WhatsAppNumber? number = null;
        if (!string.IsNullOrWhiteSpace(Input.WhatsApp))
        {
            if (WhatsAppNumber.TryParse(Input.WhatsApp, out var parsed))
            {
                number = parsed;
            }
            else
            {
                ModelState.AddModelError("Input.WhatsApp", NumberAdvice.For(Input.WhatsApp, T));
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var settings = new ShopSettings(
            Input.PickupPlace, Input.PickupHours ?? "", Input.Delivers ? Input.DeliveryFee ?? Rupiah.Zero : null,
            Input.Delivers ? Input.DeliveryArea : null, number);
        return await AgreedAsync(desk.SetAsync(new(Shop.BusinessId), settings, Me, ct))
            ? Done("Tersimpan. Pembeli melihatnya mulai sekarang.", $"~/lapak/atur/{Slug}")
            : Page();
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        TellAsync(known => known.Close(Input.ReturnsOn, clock.GetUtcNow()), T["Lapak ditutup sementara. Produknya masih terlihat, tetapi tidak bisa dipesan."], ct);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken ct) =>
        TellAsync(known => known.Reopen(clock.GetUtcNow()), T["Lapak dibuka kembali."], ct);

    private async Task<IActionResult> TellAsync(Func<Business, Decision<BusinessEvent>> decide, string done, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!await AgreedAsync(market.TellAsync(new Id<Business>(Shop.BusinessId), decide, Me.By(), ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/lapak/atur/{Slug}"));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await shops.FindAsync(Me, Slug, ct, mayHelp: true) is not { } shop)
        {
            return false;
        }

        Shop = shop;
        ActFor(shop.BusinessId);
        return true;
    }
}
