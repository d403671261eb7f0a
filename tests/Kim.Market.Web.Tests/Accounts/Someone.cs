using System.Globalization;
using System.Net;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Accounts;

/// <summary>Somebody with an account and a password, who signs in as everybody does.</summary>
public sealed record Someone(MarketApp App, Id<Member> Member, string Phone)
{
    public const string Password = "sandi-contoh-1";

    private static int _numbers = 40_000_000;

    public static async Task<Someone> Make(MarketApp app, string name = "Akun Contoh")
    {
        var digits = Interlocked.Increment(ref _numbers).ToString("00000000", CultureInfo.InvariantCulture);
        using var scope = app.Services.CreateScope();
        var account = new Account { UserName = "62813" + digits, Name = name };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded);
        return new(app, new(account.Id), "0813" + digits);
    }

    public async Task<Browser> SignIn(string password = Password, Browser? on = null)
    {
        var browser = await (on ?? App.Visitor()).Visit("/masuk");
        return await browser.Submit("sign-in-form", ("Input.Login", Phone), ("Input.Password", password));
    }

    /// <summary>Turns the second step on, in a browser that is signed in.</summary>
    /// <returns>The key of the authenticator app.</returns>
    public static async Task<string> Enrol(Browser browser)
    {
        await browser.Visit("/akun/dua-langkah");
        await browser.Submit("begin-form", ("Input.Password", Password));
        var key = browser.Text("authenticator-key");
        await browser.Submit("confirm-form", ("Input.Code", Authenticator.Code(key)));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return key;
    }
}
