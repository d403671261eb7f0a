using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/masuk: for sellers, KIM boards and officers. Buyers need no account.</summary>
[OpenTo(Audience.Everyone, What = "Masuk"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(
    Credentials credentials, Entrance entrance, Passkeys passkeys, SignInManager<Account> signIn) : MarketPage
{
    /// <summary>Where the visitor was going when they were asked to sign in.</summary>
    [FromQuery(Name = "kembali")]
    public string? Back { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>What a device has signed with its passkey.</summary>
    [BindProperty]
    public string? Credential { get; init; }

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

        if (account.TwoFactorEnabled)
        {
            await Entrance.BeginStepAsync(HttpContext, account);
            return LocalRedirect(Url.Content("~/masuk/kode") + (LocalBack is { } back ? "?kembali=" + Uri.EscapeDataString(back) : ""));
        }

        return await InAsync(account, isStrong: false, ct);
    }

    /// <summary>What the device is to sign; asked for by js/passkey.js.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (Credential is { Length: > 0 and <= Passkeys.Longest } && await passkeys.OwnerAsync(Credential) is { } account)
        {
            return await InAsync(account, isStrong: true, ct);
        }

        ModelState.AddModelError("", T["Kunci sandi itu tidak dikenali di sini. Masuk dengan kata sandi."]);
        return Page();
    }

    private string? LocalBack => Url.IsLocalUrl(Back) ? Back : null;

    private async Task<IActionResult> InAsync(Account account, bool isStrong, CancellationToken ct)
    {
        var path = await entrance.EnterAsync(HttpContext, account, isStrong, LocalBack, ct);
        return LocalRedirect(path == LocalBack ? path : Url.Content("~" + path));
    }
}
