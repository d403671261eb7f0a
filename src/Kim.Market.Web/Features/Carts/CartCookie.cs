using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Kim.Market.Web.Features.Carts;

/// <summary>The cookie that says whose cart it is: 128 random bits, nothing about the person.</summary>
public static class CartCookie
{
    private const string Name = "kim_cart";
    private const string CountName = "kim_cart_n";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>The cart of this browser, if it has one.</summary>
    public static Guid? Read(HttpContext http) =>
        http.Request.Cookies[Name] is { Length: 22 } text && TryDecode(text, out var cart) ? cart : null;

    /// <summary>The cart of this browser; a browser without one is given a new one.</summary>
    public static Guid ReadOrMake(HttpContext http)
    {
        if (Read(http) is { } known)
        {
            return known;
        }

        var cart = new Guid(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(Name, Base64Url.EncodeToString(cart.ToByteArray()), Options(http, readable: false));
        return cart;
    }

    /// <summary>How many pieces to show in the header; pages come from a cache, so the page's script reads this.</summary>
    public static void ShowCount(HttpContext http, int pieces)
    {
        if (pieces > 0)
        {
            http.Response.Cookies.Append(CountName, pieces.ToString(CultureInfo.InvariantCulture), Options(http, readable: true));
        }
        else if (http.Request.Cookies.ContainsKey(CountName))
        {
            http.Response.Cookies.Delete(CountName);
        }
    }

    private static bool TryDecode(string text, out Guid cart)
    {
        Span<byte> bytes = stackalloc byte[16];
        var decoded = Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var length) && length == 16;
        cart = decoded ? new(bytes) : default;
        return decoded;
    }

    private static CookieOptions Options(HttpContext http, bool readable) => new()
    {
        HttpOnly = !readable,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = Lifetime,
        IsEssential = true,
    };
}
