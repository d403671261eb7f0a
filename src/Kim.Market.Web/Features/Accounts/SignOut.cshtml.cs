using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/keluar: ends the visit of a member. Opening it changes nothing; only the button does.</summary>
[OpenTo(Audience.Everyone, What = "Keluar"), PrivatePage]
public sealed class SignOutModel(SignInManager<Account> signIn, Sessions sessions, Standing standing) : MarketPage
{
    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Page() : LocalRedirect(Url.Content("~/masuk"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAsync(Me, standing.Session, ct);
        await signIn.SignOutAsync();
        Response.Cookies.Delete(Desks.Cookie);
        return Done("Anda sudah keluar.", "~/masuk");
    }
}
