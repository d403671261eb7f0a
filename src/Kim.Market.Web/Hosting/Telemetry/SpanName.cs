using System.Diagnostics;

namespace Kim.Market.Web.Hosting.Telemetry;

/// <summary>What a trace shows of a request: its route and how it ended, and nothing a visitor typed or holds a key to.</summary>
internal static class SpanName
{
    public static void Write(Activity span, HttpContext context)
    {
        var route = context.GetEndpoint() is RouteEndpoint endpoint ? "/" + endpoint.RoutePattern.RawText?.TrimStart('/') : "(none)";
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("url.path", route); // the true path of an order page holds its key
        span.SetTag("url.query", null);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
