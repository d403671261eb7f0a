using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/keluar: ends the visit of a member. Opening it changes nothing; only the button does.</summary>
[AllowAnonymous, PrivatePage]
public sealed class SignOutModel(SignInManager<Account> signIn) : MarketPage
{
    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Page() : LocalRedirect(Url.Content("~/masuk"));

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Response.Cookies.Delete(Desk.Cookie);
        return Done("Anda sudah keluar.", "~/masuk");
    }
}
