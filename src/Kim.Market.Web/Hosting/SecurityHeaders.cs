using System.Net;

namespace Kim.Market.Web;

/// <summary>Tells browsers what our pages may do: load from here, send forms to here, be framed by nobody.</summary>
public static class SecurityHeaders
{
    // nothing is inline, so no nonce is needed; data: and blob: are for previews of a photo not yet sent
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private const string ForAYear = "max-age=31536000";

    /// <summary>Belongs before everything that answers.</summary>
    /// <param name="leadsTo">The one other site to which a button may lead: browsers hold the answer to a form against the policy too.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string? leadsTo = null)
    {
        var policy = leadsTo is null ? ContentPolicy : $"{ContentPolicy} {leadsTo}";
        return app.Use((context, next) =>
        {
            // at the last moment: an error page starts by throwing all headers away
            context.Response.OnStarting(state => Set((HttpContext)state, policy), context);
            return next(context);
        });
    }

    private static Task Set(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        var also = context.Features.Get<LeadsTo>() is { } named ? $"{policy} {named.Site}" : policy;
        headers.TryAdd("Content-Security-Policy", also); // a stranger's paper has already said: nothing at all
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin"); // a private page has already said: to nobody
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps && !IsLoopback(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = ForAYear;
        }

        return Task.CompletedTask;
    }

    private static bool IsLoopback(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

/// <summary>Another site to which a button on this answer may lead.</summary>
internal sealed record LeadsTo(string Site);
