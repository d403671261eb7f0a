using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Restocks;

/// <summary>/p/{slug}/kabari: how somebody wants to hear, once, that something is there again. Nobody needs an account.</summary>
[OpenTo(Audience.Everyone, What = "Minta dikabari bila barang yang habis ada lagi"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(RestockWaits restocks, PushSettings push, IMail mail) : MarketPage
{
    [FromRoute(Name = "slug")]
    public string Address { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public Missed Product { get; private set; } = null!;

    public bool TakesMail => mail.IsOn;

    public sealed class Form : PushForm
    {
        [Display(Name = "Alamat surel")]
        [StringLength(254)]
        public string? Mail { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPushAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Input.Target(push) is not { } target)
        {
            ModelState.AddModelError("", T["Browser ini tidak bisa dikabari dari sini. Coba Chrome atau Firefox."]);
            return Page();
        }

        return await restocks.TellBrowserAsync(Product.ProductId, target, Device.Of(Request), ct)
            ? Done("Browser ini dikabari sekali, begitu barangnya ada lagi.", Here)
            : BackAlready();
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken ct)
    {
        if (!mail.IsOn || !await FindAsync(ct))
        {
            return NotFound();
        }

        if (Mailbox.Read(Input.Mail) is not { } address)
        {
            ModelState.AddModelError("Input.Mail", T["Tulis alamat surel yang lengkap, misalnya nama@contoh.id."]);
            return Page();
        }

        return await restocks.TellMailboxAsync(Product.ProductId, address, ct)
            ? Done("Kami mengirim surat ke alamat itu. Buka dan tekan ya, baru kabar dikirim.", Here)
            : BackAlready();
    }

    private string Here => $"~/p/{Product.Slug}/kabari";

    private IActionResult BackAlready() => Done("Barangnya sudah ada lagi.", $"~/p/{Product.Slug}");

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Slug.IsValid(Address) || await restocks.FindAsync(Address, ct) is not { } product)
        {
            return false;
        }

        Product = product;
        return true;
    }
}
