using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>/pesanan-saya: back to orders whose links are lost, by the number on them and a code that reaches only whoever has it.</summary>
[OpenTo(Audience.Everyone, What = "Meminta kode untuk membuka lagi pesanannya sendiri, tanpa akun"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(LookupDesk lookups, LookupCookie cookie, FoundOrders found) : MarketPage
{
    private const string Here = "~/pesanan-saya";

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Nomor WhatsApp pada pesanan")]
        [StringLength(40)]
        public string? WhatsApp { get; init; }

        [Display(Name = "Kode 8 angka")]
        [StringLength(20)]
        public string? Code { get; init; }
    }

    /// <summary>A code was asked for from this browser and may still be typed.</summary>
    public bool IsWaiting { get; private set; }

    public IReadOnlyList<OwnOrder> Orders { get; private set; } = [];

    public string? Next { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    /// <summary>Asks for codes. The answer is the same whatever is known of the number.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct)
    {
        if (!WhatsAppNumber.TryParse(Input.WhatsApp, out var number))
        {
            ModelState.AddModelError("Input.WhatsApp", string.IsNullOrWhiteSpace(Input.WhatsApp)
                ? T["Tulis nomor WhatsApp Anda, contoh 0812-3456-7890."]
                : NumberAdvice.For(Input.WhatsApp, T));
        }

        if (!ModelState.IsValid)
        {
            return await LookAsync(ct);
        }

        if (cookie.Read(HttpContext) is not { } browser)
        {
            return Done("Halaman ini perlu kuki. Izinkan kuki untuk situs ini, lalu coba lagi.", Here);
        }

        await lookups.AskAsync(browser, number, ct);
        return Done("Permintaan tercatat. Kalau nomor itu punya pesanan di sini, kodenya sedang dikirim.", Here);
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        var answer = cookie.Read(HttpContext) is { } browser ? await lookups.TryAsync(browser, Input.Code, ct) : LookupAnswer.Over;
        if (answer == LookupAnswer.Open)
        {
            return Done("Pesanan Anda terbuka di browser ini.", Here);
        }

        ModelState.AddModelError("Input.Code", answer == LookupAnswer.Wrong
            ? T["Kode itu tidak cocok, atau waktunya habis. Satu permintaan boleh dicoba {0} kali.", LookupDesk.MostTries]
            : T["Permintaan itu sudah berakhir. Minta kode baru."]);
        return await LookAsync(ct);
    }

    /// <summary>Whoever used somebody else's device closes what they opened there.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (cookie.Read(HttpContext) is { } browser)
        {
            await lookups.EndAsync(browser, ct);
        }

        LookupCookie.Forget(HttpContext);
        return Done("Pesanan yang dibuka dengan kode sudah ditutup di perangkat ini.", Here);
    }

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        var browser = cookie.ReadOrMake(HttpContext);
        IsWaiting = await lookups.IsWaitingAsync(browser, ct);
        (Orders, Next) = await found.OfAsync(browser, Cursor.TryRead(After, out DateTime at, out var id) ? (at, id) : null, ct);
        return Page();
    }
}
