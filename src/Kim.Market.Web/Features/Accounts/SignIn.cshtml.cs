using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/masuk: for sellers, KIM boards and officers. Buyers need no account.</summary>
[OpenTo(Audience.Everyone, What = "Masuk"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(Credentials credentials, Entrance entrance) : MarketPage
{
    /// <summary>Where the visitor was going when they were asked to sign in.</summary>
    [FromQuery(Name = "kembali")]
    public string? Back { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Nomor HP atau e-mail")]
        [Required(ErrorMessage = "Tulis nomor HP atau e-mail Anda.")]
        [StringLength(100)]
        public string Login { get; init; } = "";

        [Display(Name = "Kata sandi")]
        [Required(ErrorMessage = "Tulis kata sandi Anda.")]
        [StringLength(100)]
        public string Password { get; init; } = "";
    }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect(Url.Content("~" + Desks.Choice)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await credentials.CheckAsync(Input.Login, Input.Password) is not { } account)
        {
            ModelState.AddModelError("", T["Nomor atau kata sandi tidak cocok. Periksa lagi; setelah beberapa kali salah, tunggu 10 menit."]);
            return Page();
        }

        var desk = await entrance.EnterAsync(HttpContext, account, isStrong: false, ct);
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back : Url.Content("~" + desk));
    }
}
