using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/pulih/{token}: a new password for somebody who was given a one-time link. A second factor stays what it was.</summary>
[OpenTo(Audience.KeyHolder, What = "Memulihkan akun dengan tautan sekali pakai"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class RecoverModel(AccountLinks links, Recoveries recoveries, UserManager<Account> accounts) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Kata sandi baru")]
        [Required(ErrorMessage = "Tulis kata sandi baru.")]
        [StringLength(100, MinimumLength = 8, ErrorMessage = "Kata sandi paling sedikit 8 huruf atau angka.")]
        public string Password { get; init; } = "";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await links.OpenAsync(Token, AccountLinks.Recovery, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await links.OpenAsync(Token, AccountLinks.Recovery, ct) is not { } link)
        {
            return NotFound();
        }

        return ModelState.IsValid && await AgreedAsync(recoveries.UseAsync(link, Input.Password, accounts, ct))
            ? Done("Kata sandi baru berlaku. Silakan masuk.", "~/masuk")
            : Page();
    }
}
