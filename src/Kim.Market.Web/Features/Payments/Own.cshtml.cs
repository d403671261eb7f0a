using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Access;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Cards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Payments;

/// <summary>/lapak/pembayaran/{slug}: the payment code that buyers of this business pay directly. Only its owner puts it up.</summary>
[For(Desk.Seller, BusinessRole.Owner, What = "Memasang QRIS, rekening, dan kartu usahanya sendiri"), PrivatePage, EnableRateLimiting(RateLimits.Write), KeepsRefusals(typeof(PaymentGuard))]
public sealed class OwnModel(OwnShops shops, QrisIntake intake, QrisCodes codes, QrisDesk desk, BankAccounts accounts, AccountDesk tills,
    CardAccounts cards, CardAccountDesk cardDesk, CardSettings cardSettings, IConfiguration settings, PaymentGuard guard) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public OwnShop Shop { get; private set; } = null!;

    /// <summary>What hangs there now.</summary>
    public Qris? Kept { get; private set; }

    /// <summary>What was just read, for its owner to look at before it counts.</summary>
    public Qris? Asked { get; private set; }

    /// <summary>The bank account that buyers may transfer to.</summary>
    public BankAccount? Account { get; private set; }

    /// <summary>Whether the operator lets sellers here take cards.</summary>
    public bool OffersCards => cardSettings.IsOn;

    /// <summary>The account with Stripe that buyers may pay into.</summary>
    public NamedCard? Card { get; private set; }

    /// <summary>Where Stripe is to report to.</summary>
    public string Webhook => $"{settings["PublicUrl"]?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}"}{StripeRoutes.Path}/{Shop.BusinessId}";

    /// <summary>Owners are told before, and by putting the code up they agree.</summary>
    public bool Injects => codes.Injects;

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Foto kode QRIS")]
        public IFormFile? Photo { get; init; }

        [Display(Name = "Isi kodenya")]
        [StringLength(2 * Limits.Qris)]
        public string? Written { get; init; }

        [Display(Name = "Nama bank")]
        public string? Bank { get; init; }

        [Display(Name = "Nomor rekening")]
        public string? Number { get; init; }

        [Display(Name = "Nama pemilik rekening")]
        public string? Holder { get; init; }

        /// <summary>Whether transfers bear a unique code from now on.</summary>
        public bool Codes { get; init; }

        [Display(Name = "Kunci terbatas Stripe")]
        [StringLength(300)]
        public string? Key { get; init; }

        [Display(Name = "Rahasia webhook")]
        [StringLength(300)]
        public string? Signing { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    /// <summary>Reads the code and shows whose it is; nothing is kept yet.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Input.Photo is null && string.IsNullOrWhiteSpace(Input.Written))
        {
            ModelState.AddModelError("Input.Photo", T["Pilih dulu fotonya, atau tempel isi kodenya."]);
            return Page();
        }

        var (qris, refusal) = Input.Photo is { } photo ? await intake.ReadAsync(photo, ct) : QrisIntake.Read(Input.Written);
        Asked = qris;
        if (refusal is not null)
        {
            ModelState.AddModelError(Input.Photo is null ? "Input.Written" : "Input.Photo", T.Of(refusal));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        var (qris, refusal) = QrisIntake.Read(Input.Written);
        if (qris is null)
        {
            ModelState.AddModelError("Input.Written", T.Of(refusal!));
            return Page();
        }

        return await AgreedAsync(desk.KeepAsync(Shop.BusinessId, qris, Me, ct))
            ? Done("QRIS terpasang. Pembeli melihatnya setelah Anda menerima pesanannya.", $"~/lapak/pembayaran/{Slug}")
            : Page();
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        return await AgreedAsync(desk.DropAsync(Shop.BusinessId, Me, ct))
            ? Done("QRIS dicopot. Pembeli tidak melihatnya lagi.", $"~/lapak/pembayaran/{Slug}")
            : Page();
    }

    public async Task<IActionResult> OnPostAccountAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        if (!BankAccount.TryRead(Input.Bank, Input.Number, Input.Holder, out var account, out var refusal))
        {
            ModelState.AddModelError(
                refusal == BankAccountRefusals.Bank ? "Input.Bank" : refusal == BankAccountRefusals.Number ? "Input.Number" : "Input.Holder", T.Of(refusal));
            return Page();
        }

        return await AgreedAsync(tills.KeepAsync(Shop.BusinessId, account, Me, ct))
            ? Done("Rekening terpasang. Pembeli melihatnya setelah Anda menerima pesanannya.", $"~/lapak/pembayaran/{Slug}")
            : Page();
    }

    public async Task<IActionResult> OnPostDropAccountAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        return await AgreedAsync(tills.DropAsync(Shop.BusinessId, Me, ct))
            ? Done("Rekening dicopot. Pembeli tidak melihatnya lagi.", $"~/lapak/pembayaran/{Slug}")
            : Page();
    }

    /// <summary>Orders that have a code keep it: their buyers were told the amount.</summary>
    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        if (!await AgreedAsync(tills.SwitchCodesAsync(Shop.BusinessId, Input.Codes, Me, ct)))
        {
            return Page();
        }

        return Input.Codes
            ? Done("Kode unik menyala untuk pesanan yang Anda terima mulai sekarang.", $"~/lapak/pembayaran/{Slug}")
            : Done("Kode unik mati untuk pesanan yang Anda terima mulai sekarang.", $"~/lapak/pembayaran/{Slug}");
    }

    public async Task<IActionResult> OnPostCardAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        if (!OffersCards)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!CardKeys.TryRead(Input.Key, Input.Signing, out var keys, out var refusal)
            || (refusal = await cardDesk.KeepAsync(Shop.BusinessId, keys, Me, ct)) is not null)
        {
            ModelState.AddModelError(refusal == CardRefusals.BadSigningSecret ? "Input.Signing" : "Input.Key", T.Of(refusal));
            return Page();
        }

        return Done("Kartu terpasang. Pembeli bisa membayar dengan kartu setelah Anda menerima pesanannya.", $"~/lapak/pembayaran/{Slug}");
    }

    public async Task<IActionResult> OnPostDropCardAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return await RefusedAsync(ct);
        }

        return await AgreedAsync(cardDesk.DropAsync(Shop.BusinessId, Me, ct))
            ? Done("Kartu dicopot. Pembeli tidak bisa membayar dengan kartu lagi.", $"~/lapak/pembayaran/{Slug}")
            : Page();
    }

    private async Task<IActionResult> RefusedAsync(CancellationToken ct) => await guard.KeepAsync(Slug, Me, ct) ? Forbid() : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await shops.FindAsync(Me, Slug, ct) is not { } shop)
        {
            return false;
        }

        Shop = shop;
        Kept = await codes.OfAsync(Me, shop.BusinessId, ct);
        Card = OffersCards ? await cards.OfAsync(Me, shop.BusinessId, ct) : null;
        Account = await accounts.OfAsync(Me, shop.BusinessId, ct);
        return true;
    }
}
