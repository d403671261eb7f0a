using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Asks for the code of an authenticator app, or one of the codes kept on paper.</summary>
public sealed class SecondFactors(UserManager<Account> accounts)
{
    public const int RecoveryCodes = 8;

    private const int Digits = 6;

    /// <summary>False for a wrong code, a code that was used before and a locked account alike.</summary>
    public async Task<bool> ProveAsync(Account account, string code)
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var isKnown = plain.Length == Digits && plain.All(char.IsAsciiDigit)
            ? account.LastCode != plain
                && await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, plain)
            : plain.Length == 10 && (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, $"{plain[..5]}-{plain[5..]}")).Succeeded;
        if (!isKnown)
        {
            await accounts.AccessFailedAsync(account);
            return false;
        }

        account.LastCode = plain;
        account.AccessFailedCount = 0;
        return (await accounts.UpdateAsync(account)).Succeeded; // of two uses at once the account keeps one
    }

    /// <summary>Whether the account has anything besides its password.</summary>
    public async Task<bool> HasAnyAsync(Account account) => account.TwoFactorEnabled || (await accounts.GetPasskeysAsync(account)).Count > 0;
}
