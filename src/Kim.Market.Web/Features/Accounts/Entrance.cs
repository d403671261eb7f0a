using System.Security.Claims;
using Kim.Market.Domain;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Lets somebody in who has shown who they are, and knows where they work.</summary>
public sealed class Entrance(SignInManager<Account> signIn, Sessions sessions, Memberships memberships)
{
    /// <param name="isStrong">Whether a second factor or a passkey was shown.</param>
    /// <returns>The path of the desk to land on.</returns>
    public async Task<string> EnterAsync(HttpContext http, Account account, bool isStrong, CancellationToken ct)
    {
        var session = await sessions.BeginAsync(account.Id, Device.Of(http.Request), isStrong, ct);
        await signIn.SignInWithClaimsAsync(account, isPersistent: true, [new Claim(Sessions.Claim, session.ToString())]);
        var desk = Desks.PathOf(await memberships.OfAsync(new Asker(new Id<Member>(account.Id)), ct));
        Desks.Remember(http, desk);
        return desk;
    }
}
