using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Passkeys as pages meet them: hostile text until a signature says otherwise.</summary>
public sealed class Passkeys(SignInManager<Account> signIn, UserManager<Account> accounts)
{
    public const int Longest = 16_000;

    /// <summary>Whose passkey has signed this; null when nobody's has.</summary>
    public async Task<Account?> OwnerAsync(string credential)
    {
        try
        {
            var proof = await signIn.PerformPasskeyAssertionAsync(credential);
            return proof.Succeeded && (await accounts.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey)).Succeeded ? proof.User : null;
        }
        catch (Exception nonsense) when (nonsense is InvalidOperationException or JsonException or FormatException)
        {
            return null; // nobody had asked for a signature, or this is none
        }
    }

    /// <summary>Keeps a new passkey of this account.</summary>
    public async Task<bool> AddAsync(Account account, string credential, string name)
    {
        try
        {
            var proof = await signIn.PerformPasskeyAttestationAsync(credential);
            if (!proof.Succeeded || !proof.Passkey.IsUserVerified || proof.UserEntity.Id != account.Id.ToString())
            {
                return false;
            }

            proof.Passkey.Name = name;
            return (await accounts.AddOrUpdatePasskeyAsync(account, proof.Passkey)).Succeeded;
        }
        catch (Exception nonsense) when (nonsense is InvalidOperationException or JsonException or FormatException)
        {
            return false;
        }
    }
}
