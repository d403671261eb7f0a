using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/akun/sandi: another password; every other device is signed out with it.</summary>
[ForMembers(What = "Mengatur kata sandi, langkah kedua, kunci sandi, dan perangkatnya sendiri"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(UserManager<Account> accounts, Credentials credentials, Sessions sessions, AccountLog log, Standing standing) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Kata sandi sekarang")]
        [Required(ErrorMessage = "Tulis kata sandi Anda.")]
        [StringLength(100)]
        public string Old { get; init; } = "";

        [Display(Name = "Kata sandi baru")]
        [Required(ErrorMessage = "Tulis kata sandi baru.")]
        [StringLength(100, MinimumLength = 8, ErrorMessage = "Kata sandi paling sedikit 8 huruf atau angka.")]
        public string New { get; init; } = "";
    }

    public async Task<IActionResult> OnGetAsync() => await accounts.GetUserAsync(User) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || await accounts.GetUserAsync(User) is not { } known)
        {
            return Page();
        }

        if (await credentials.CheckAsync(known.UserName, Input.Old) is not { } account)
        {
            ModelState.AddModelError("Input.Old", T["Kata sandi itu tidak cocok."]);
            return Page();
        }

        if (!(await accounts.ChangePasswordAsync(account, Input.Old, Input.New)).Succeeded)
        {
            ModelState.AddModelError("", T["Ada yang berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu tekan lagi."]);
            return Page();
        }

        await sessions.EndAllAsync(account.Id, standing.Session, ct);
        await log.NoteAsync(account.Id, AccountAct.PasswordChanged, Device.Of(Request), ct);
        return Done("Kata sandi sudah diganti. Perangkat lain sudah keluar.", "~/akun");
    }
}
