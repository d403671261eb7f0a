using System.ComponentModel.DataAnnotations;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/pesanan/{token}/kabar: how the buyer hears of the steps of these orders. Only the buyer's own key opens it.</summary>
[OpenTo(Audience.KeyHolder, What = "Memilih lewat apa ia dikabari tentang pesanannya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class BuyerModel(BuyerOrders orders, Subscriptions subscriptions, PushSettings push, IMail mail) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public string Number { get; private set; } = "";

    public IReadOnlyList<Subscription> Ways { get; private set; } = [];

    public bool TakesMail => mail.IsOn;

    public bool TakesAny => mail.IsOn || push.IsOn;

    private Guid Buyer { get; set; }

    private string Here => $"~/pesanan/{Token}/kabar";

    public sealed class Form : PushForm
    {
        public Guid Subscription { get; init; }

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

        await subscriptions.AddBrowserAsync(Buyer, isMember: false, target, Device.Of(Request), ct);
        return Done("Browser ini akan dikabari.", Here);
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

        await subscriptions.AddMailboxAsync(Buyer, isMember: false, address, ct);
        return Done("Kami mengirim surat ke alamat itu. Buka dan tekan ya, baru kabar dikirim.", Here);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        await subscriptions.EndAsync(Buyer, Input.Subscription, ct);
        return Done("Dihentikan.", Here);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await orders.OpenAsync(Token, ct) is not [{ OpensAll: true } first, ..])
        {
            return false;
        }

        (Buyer, Number) = (first.BuyerId, first.Number);
        Ways = await subscriptions.OfAsync(Buyer, ct);
        return true;
    }
}
