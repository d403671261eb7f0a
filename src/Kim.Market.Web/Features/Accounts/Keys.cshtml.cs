using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/akun/kunci-sandi: passkeys, which sign in with a finger or a face and need no second step.</summary>
[ForMembers(What = "Mengatur kata sandi, langkah kedua, kunci sandi, dan perangkatnya sendiri"), PrivatePage]
public sealed class KeysModel(
    UserManager<Account> accounts, SignInManager<Account> signIn, Passkeys passkeys, SecondFactors factors, Sessions sessions, AccountLog log,
    Standing standing) : MarketPage
{
    private const int Most = 10;

    private Account _account = null!;

    [BindProperty]
    [StringLength(Passkeys.Longest)]
    public string? Credential { get; init; }

    /// <summary>Which passkey to throw away, as its page spelt it.</summary>
    [BindProperty]
    [StringLength(2_000)]
    public string? Key { get; init; }

    public IList<UserPasskeyInfo> All { get; private set; } = [];

    /// <summary>Who has a second factor must have shown it before adding another.</summary>
    public bool MayAdd { get; private set; }

    public Task<IActionResult> OnGetAsync() => LookAsync();

    /// <summary>What the device is to make a key for; asked for by js/passkey.js.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await LookAsync();
        return MayAdd
            ? Content(
                await signIn.MakePasskeyCreationOptionsAsync(
                    new() { Id = _account.Id.ToString(), Name = _account.UserName, DisplayName = _account.Name is { Length: > 0 } name ? name : _account.UserName }),
                "application/json")
            : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        await LookAsync();
        if (!ModelState.IsValid || !MayAdd || Credential is not { Length: > 0 } credential
            || !await passkeys.AddAsync(_account, credential, Device.Of(Request)))
        {
            ModelState.AddModelError("", T["Kunci sandi itu tidak jadi disimpan. Coba sekali lagi."]);
            return Page();
        }

        await sessions.StrengthenAsync(Me, standing.Session, ct);
        await log.NoteAsync(_account.Id, AccountAct.PasskeyAdded, Device.Of(Request), ct);
        return Done("Kunci sandi tersimpan. Lain kali masuk tanpa mengetik.", "~/akun/kunci-sandi");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        await LookAsync();
        if (_account is not null && Key is { Length: > 0 } key && Base64Url.IsValid(key) && standing.IsStrong)
        {
            await accounts.RemovePasskeyAsync(_account, Base64Url.DecodeFromChars(key));
            await log.NoteAsync(_account.Id, AccountAct.PasskeyRemoved, Device.Of(Request), ct);
            return Done("Kunci sandi itu tidak berlaku lagi.", "~/akun/kunci-sandi");
        }

        ModelState.AddModelError("", T["Masuk dulu dengan kunci sandi atau kode, baru bisa membuangnya."]);
        return Page();
    }

    private async Task<IActionResult> LookAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        _account = account;
        All = await accounts.GetPasskeysAsync(account);
        MayAdd = All.Count < Most && (standing.IsStrong || !await factors.HasAnyAsync(account));
        return Page();
    }
}
