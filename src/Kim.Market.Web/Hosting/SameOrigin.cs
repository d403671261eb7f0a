using Microsoft.Extensions.Primitives;

namespace Kim.Market.Web;

/// <summary>
/// Refuses forms that another site sends with our visitor's cookies. Browsers say where a request comes from and
/// pages cannot forge it; so forms on cached pages, which hold no token, are safe too.
/// </summary>
public static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsReading(context.Request.Method) || IsOurs(context.Request))
        {
            return next(context);
        }

        // the same answer as for a missing token: who meets it by accident is told to reload and send again
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method)
        || HttpMethods.IsHead(method)
        || HttpMethods.IsOptions(method)
        || HttpMethods.IsTrace(method);

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin" || site == "none";
        }

        // neither header: not a form in a browser of this decade; the page's own token decides
        return StringValues.IsNullOrEmpty(request.Headers.Origin) || IsHost(request.Headers.Origin, request.Host);
    }

    // the scheme is left out: behind a proxy that ends TLS we do not see the one the browser used
    internal static bool IsHost(StringValues origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port ?? DefaultPort(uri)) == uri.Port;

    private static int DefaultPort(Uri uri) => uri.Scheme == Uri.UriSchemeHttps ? 443 : 80;
}
