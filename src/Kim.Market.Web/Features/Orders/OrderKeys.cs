namespace Kim.Market.Web.Features.Orders;

/// <summary>The cookie in which a browser keeps the keys to its last orders, so that it finds them without an account.</summary>
public static class OrderKeys
{
    public const int Most = 10;
    private const string Name = "kim_pesanan";
    private const char Between = '.';
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>Newest first. Whatever else somebody wrote into the cookie is left to the reader of orders to not find.</summary>
    public static IReadOnlyList<string> Read(HttpContext http) =>
        http.Request.Cookies[Name]?.Split(Between, Most + 1, StringSplitOptions.RemoveEmptyEntries).Take(Most).ToList() ?? [];

    public static void Remember(HttpContext http, string token) => http.Response.Cookies.Append(
        Name,
        string.Join(Between, Read(http).Except([token]).Prepend(token).Take(Most)),
        new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            IsEssential = true,
        });
}
