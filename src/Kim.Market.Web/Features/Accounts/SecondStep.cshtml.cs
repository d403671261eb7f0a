using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/masuk/kode: the second step, for those who have one.</summary>
[OpenTo(Audience.Everyone, What = "Masuk"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondStepModel(Entrance entrance, SecondFactors factors) : MarketPage
{
    [FromQuery(Name = "kembali")]
    public string? Back { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Kode 6 angka dari aplikasi, atau kode cadangan")]
        [Required(ErrorMessage = "Tulis kodenya.")]
        [StringLength(20)]
        public string Code { get; init; } = "";
    }

    public async Task<IActionResult> OnGetAsync() =>
        await entrance.StepOfAsync(HttpContext) is null ? LocalRedirect(Url.Content("~/masuk")) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await entrance.StepOfAsync(HttpContext) is not { } account)
        {
            return LocalRedirect(Url.Content("~/masuk"));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await factors.ProveAsync(account, Input.Code))
        {
            ModelState.AddModelError("", T["Kode itu tidak cocok atau sudah dipakai. Tunggu kode berikutnya; setelah beberapa kali salah, tunggu 10 menit."]);
            return Page();
        }

        await Entrance.EndStepAsync(HttpContext);
        var back = Url.IsLocalUrl(Back) ? Back : null;
        var path = await entrance.EnterAsync(HttpContext, account, isStrong: true, back, ct);
        return LocalRedirect(path == back ? path : Url.Content("~" + path));
    }
}
