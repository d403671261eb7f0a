using Kim.Market.Domain;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Tells whether a login and a password belong together, and to nobody which of the two was wrong.</summary>
public sealed class Credentials(UserManager<Account> accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, AccountLog log, IHttpContextAccessor http)
{
    private static readonly Account Nobody = new();
    private static string? _nobodysHash;

    /// <summary>Null for an unknown login, a wrong password and a locked account alike, after the same work.</summary>
    public async Task<Account?> CheckAsync(string login, string password)
    {
        var account = await accounts.FindByNameAsync(NameOf(login));
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            _nobodysHash ??= hasher.HashPassword(Nobody, "lapak");
            hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
            return null;
        }

        if ((await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded)
        {
            return account;
        }

        await log.NoteAsync(account.Id, AccountAct.WrongPassword, http.HttpContext is { } asked ? Device.Of(asked.Request) : "", CancellationToken.None);
        return null;
    }

    /// <summary>A number or an address as accounts know it.</summary>
    public static string NameOf(string login) =>
        WhatsAppNumber.TryParse(login, out var number) ? number.International : login.Trim().ToLowerInvariant();
}
