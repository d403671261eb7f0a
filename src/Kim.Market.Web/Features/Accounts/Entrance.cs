using System.Security.Claims;
using Kim.Market.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Lets somebody in who has shown who they are, and knows where they work.</summary>
public sealed class Entrance(SignInManager<Account> signIn, Sessions sessions, Memberships memberships, AccountLinks links, AccountLog log)
{
    /// <param name="isStrong">Whether a second factor or a passkey was shown.</param>
    /// <param name="back">Where they were going when they were asked to sign in.</param>
    /// <returns>The path to go on to.</returns>
    public async Task<string> EnterAsync(HttpContext http, Account account, bool isStrong, string? back, CancellationToken ct)
    {
        var session = await sessions.BeginAsync(account.Id, Device.Of(http.Request), isStrong, ct);
        await log.NoteAsync(account.Id, AccountAct.SignedIn, Device.Of(http.Request), ct);
        await signIn.SignInWithClaimsAsync(account, isPersistent: true, [new Claim(Sessions.Claim, session.ToString())]);
        var desk = Desks.PathOf(await memberships.OfAsync(new Asker(new Id<Member>(account.Id)), ct));
        Desks.Remember(http, desk);

        // Somebody else was given a way into this account: that comes before everything.
        return await links.TellAsync(account.Id, ct) ? Desks.Choice : back ?? desk;
    }

    /// <summary>Remembers for five minutes who knew the password; the code is still to come.</summary>
    public static Task BeginStepAsync(HttpContext http, Account account) => http.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, account.Id.ToString()), new Claim(StampClaim, account.SecurityStamp ?? "")],
            IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Whoever knew the password a moment ago; null when that is too long ago or the password has changed since.</summary>
    public async Task<Account?> StepOfAsync(HttpContext http)
    {
        var step = (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return step?.FindFirstValue(ClaimTypes.Name) is { } id
            && await signIn.UserManager.FindByIdAsync(id) is { } account && account.SecurityStamp == step.FindFirstValue(StampClaim)
                ? account
                : null;
    }

    public static Task EndStepAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    private const string StampClaim = "stamp";
}
