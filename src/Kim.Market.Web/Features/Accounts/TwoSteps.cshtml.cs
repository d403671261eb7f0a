using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/akun/dua-langkah: a code from the telephone after the password; those who answer for others cannot do without.</summary>
[ForMembers(What = "Mengatur kata sandi, langkah kedua, kunci sandi, dan perangkatnya sendiri"), PrivatePage]
public sealed class TwoStepsModel(
    UserManager<Account> accounts, SecondFactors factors, Credentials credentials, Sessions sessions, AccountLog log, Standing standing) : MarketPage
{
    private Account _account = null!;

    /// <summary>The codes to write down, on the one page view that shows them.</summary>
    [TempData]
    public string? Codes { get; set; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Kata sandi Anda")]
        [StringLength(100)]
        public string? Password { get; init; }

        [Display(Name = "Kode 6 angka dari aplikasi")]
        [StringLength(20)]
        public string? Code { get; init; }
    }

    public bool IsOn => _account.TwoFactorEnabled;

    /// <summary>Whether a desk stays shut without it.</summary>
    public bool IsDemanded => standing.LacksSecondFactor;

    public bool HasPasskey { get; private set; }

    /// <summary>Whether this device has shown the second factor: only then may it be changed.</summary>
    public bool IsStrong => standing.IsStrong;

    public int CodesLeft => _account.RecoveryCodes.Count;

    /// <summary>The key that waits to be confirmed; null when none does.</summary>
    public string? Key { get; private set; }

    public string Address => $"otpauth://totp/Pasar%20KIM:{_account.UserName}?secret={Key}&issuer=Pasar%20KIM&digits=6";

    public Task<IActionResult> OnGetAsync() => LookAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        if (await FindAsync() && (!await factors.HasAnyAsync(_account) || standing.IsStrong)
            && await credentials.CheckAsync(_account.UserName, Input.Password ?? "") is { } account)
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            return LocalRedirect(Url.Content("~/akun/dua-langkah"));
        }

        ModelState.AddModelError("Input.Password", T["Kata sandi itu tidak cocok."]);
        return await LookAsync();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        if (!await FindAsync() || _account.TwoFactorEnabled || (await factors.HasAnyAsync(_account) && !standing.IsStrong)
            || _account.AuthenticatorKey is null || !await factors.ProveAsync(_account, Input.Code ?? ""))
        {
            ModelState.AddModelError("Input.Code", T["Kode itu tidak cocok. Tunggu kode berikutnya, lalu coba lagi."]);
            return await LookAsync();
        }

        await accounts.SetTwoFactorEnabledAsync(_account, true);
        await sessions.StrengthenAsync(Me, standing.Session, ct);
        await log.NoteAsync(_account.Id, AccountAct.SecondFactorOn, Device.Of(Request), ct);
        await NewCodesAsync();
        return Done("Langkah kedua menyala. Simpan kode cadangan di bawah ini.", "~/akun/dua-langkah");
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        if (!await FindAsync() || !_account.TwoFactorEnabled || !standing.IsStrong || !await factors.ProveAsync(_account, Input.Code ?? ""))
        {
            ModelState.AddModelError("Input.Code", T["Kode itu tidak cocok. Tunggu kode berikutnya, lalu coba lagi."]);
            return await LookAsync();
        }

        await NewCodesAsync();
        await log.NoteAsync(_account.Id, AccountAct.CodesRenewed, Device.Of(Request), ct);
        return Done("Kode cadangan baru sudah dibuat; yang lama tidak berlaku lagi.", "~/akun/dua-langkah");
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        if (!await FindAsync() || !_account.TwoFactorEnabled || !standing.IsStrong || !await factors.ProveAsync(_account, Input.Code ?? ""))
        {
            ModelState.AddModelError("Input.Code", T["Kode itu tidak cocok. Tunggu kode berikutnya, lalu coba lagi."]);
            return await LookAsync();
        }

        (_account.TwoFactorEnabled, _account.AuthenticatorKey, _account.RecoveryCodes) = (false, null, []);
        await accounts.UpdateAsync(_account);
        await log.NoteAsync(_account.Id, AccountAct.SecondFactorOff, Device.Of(Request), ct);
        return Done("Langkah kedua sudah dimatikan.", "~/akun/dua-langkah");
    }

    private async Task NewCodesAsync() =>
        Codes = string.Join(' ', (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(_account, SecondFactors.RecoveryCodes))!);

    private async Task<bool> FindAsync() => (_account = (await accounts.GetUserAsync(User))!) is not null;

    private async Task<IActionResult> LookAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        HasPasskey = (await accounts.GetPasskeysAsync(_account)).Count > 0;
        Key = _account is { TwoFactorEnabled: false, AuthenticatorKey: not null } ? await accounts.GetAuthenticatorKeyAsync(_account) : null;
        return Page();
    }
}
