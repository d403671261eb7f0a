using System.Globalization;
using System.Net;
using System.Security.Cryptography;
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
        await browser.Submit("confirm-form", ("Input.Code", Code(key)));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return key;
    }

    /// <summary>What the app on the telephone shows (RFC 6238).</summary>
    /// <param name="ahead">Steps of half a minute: one code is good once, so the next use needs the next.</param>
    public static string Code(string key, int ahead = 0)
    {
        var step = BitConverter.GetBytes((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + ahead);
        Array.Reverse(step);
#pragma warning disable CA5350 // what the apps use
        var hash = HMACSHA1.HashData(Bytes(key), step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(n => Convert.ToByte(bits.Substring(n * 8, 8), 2))];
    }
}
