using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/undangan/{token}: somebody was invited to a desk; they come with the account they have, or make one.</summary>
[OpenTo(Audience.KeyHolder, What = "Menerima undangan ke sebuah meja"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class InvitationModel(
    AccountLinks links, Invitations invitations, UserManager<Account> accounts, Credentials credentials, Entrance entrance) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Nama Anda")]
        [Required(ErrorMessage = "Tulis nama Anda.")]
        [StringLength(80, ErrorMessage = "Nama paling panjang 80 huruf.")]
        public string Name { get; init; } = "";

        [Display(Name = "Nomor HP atau e-mail")]
        [Required(ErrorMessage = "Tulis nomor HP atau e-mail Anda.")]
        [StringLength(100)]
        public string Login { get; init; } = "";

        [Display(Name = "Kata sandi")]
        [Required(ErrorMessage = "Tulis kata sandi Anda.")]
        [StringLength(100, MinimumLength = 8, ErrorMessage = "Kata sandi paling sedikit 8 huruf atau angka.")]
        public string Password { get; init; } = "";
    }

    public AccountLink Link { get; private set; } = null!;

    /// <summary>Of whoever is signed in; null for a visitor.</summary>
    public string? Name { get; private set; }

    public string Role => Desks.RoleOf(new Membership(Link.Desk, Link.Scope, Link.Role!, null, null, null), T);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    /// <summary>With the account that is signed in.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await FindAsync(ct) is null)
        {
            return NotFound();
        }

        return await accounts.GetUserAsync(User) is { } account && IsFor(account.UserName)
            && await AgreedAsync(invitations.AcceptAsync(Link, new(account.Id), ct))
                ? await InAsync(account, isStrong: null, ct)
                : Page();
    }

    /// <summary>With a new account, or one whose password is known.</summary>
    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is null)
        {
            return NotFound();
        }

        var login = Credentials.NameOf(Input.Login);
        if (ModelState.IsValid && !WhatsAppNumber.TryParse(login, out _) && !login.Contains('@', StringComparison.Ordinal))
        {
            ModelState.AddModelError("Input.Login", T["Tulis nomor HP, contoh 0812-3456-7890, atau alamat e-mail."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!IsFor(login) || await AccountAsync(login) is not { } account)
        {
            await links.TriedAsync(Link.Id, ct);
            ModelState.AddModelError("", T["Dengan nomor dan kata sandi itu tidak bisa. Bila sudah punya akun, masuk dulu, lalu buka tautan ini lagi."]);
            return Page();
        }

        return await AgreedAsync(invitations.AcceptAsync(Link, new(account.Id), ct)) ? await InAsync(account, isStrong: false, ct) : Page();
    }

    // A number that has an account already takes its own password; five wrong ones spend the link.
    private async Task<Account?> AccountAsync(string login)
    {
        var account = new Account { UserName = login, Name = Input.Name.Trim() };
        if ((await accounts.CreateAsync(account, Input.Password)).Succeeded)
        {
            return account;
        }

        return await credentials.CheckAsync(login, Input.Password) is { TwoFactorEnabled: false } known ? known : null;
    }

    private bool IsFor(string login) => Link.Login is null || Link.Login == login;

    private async Task<IActionResult> InAsync(Account account, bool? isStrong, CancellationToken ct)
    {
        Flash = T["Undangan diterima. Selamat bekerja."];
        return LocalRedirect(Url.Content(
            "~" + (isStrong is { } strong ? await entrance.EnterAsync(HttpContext, account, strong, null, ct) : Desks.Choice)));
    }

    private async Task<AccountLink?> FindAsync(CancellationToken ct)
    {
        var link = await links.OpenAsync(Token, AccountLinks.Invitation, ct);
        if (link is not null)
        {
            Link = link;
            Name = await accounts.GetUserAsync(User) is { } account ? account.Name is { Length: > 0 } name ? name : account.UserName : null;
        }

        return link;
    }

    private async Task<IActionResult> LookAsync(CancellationToken ct) => await FindAsync(ct) is null ? NotFound() : Page();
}
