using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>The cookie by which a browser is known again that asked for its orders: sealed, random, and nothing about the person.</summary>
public sealed class LookupCookie(IDataProtectionProvider protection)
{
    /// <summary>What was opened stays open in a browser no longer than that.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string Name = "kim_cari_pesanan";
    private const int Bytes = 16;

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("lookup").ToTimeLimitedDataProtector();

    /// <summary>What is kept of this browser; null where it has no cookie of ours that still counts.</summary>
    public byte[]? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 and < 400 } text ? SHA256.HashData(_seal.Unprotect(Convert.FromHexString(text))) : null;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null; // somebody wrote into it, or its time is over
        }
    }

    /// <summary>Given when the page is looked at, so that ten presses of its button come from one browser.</summary>
    public byte[] ReadOrMake(HttpContext http)
    {
        if (Read(http) is { } known)
        {
            return known;
        }

        var drawn = RandomNumberGenerator.GetBytes(Bytes);
        http.Response.Cookies.Append(Name, Convert.ToHexString(_seal.Protect(drawn, Lifetime)), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            IsEssential = true,
        });
        return SHA256.HashData(drawn);
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Name);
}
