using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Kim.Market.Web.Caching;

/// <summary>Runs the rest of the pipeline into memory, and judges whether the outcome may be shown to others.</summary>
internal sealed class PageRecording(HttpContext context) : IDisposable
{
    private readonly MemoryStream _body = new(32 * 1024);

    /// <summary>True once the answer turned out to carry a cookie, which may only be known when it starts.</summary>
    public bool HasCookie { get; private set; }

    public ReadOnlyMemory<byte> Written => _body.GetBuffer().AsMemory(0, (int)_body.Length);

    public async Task RunAsync(RequestDelegate next)
    {
        // registered first, therefore called last: after everything that sets cookies as late as this
        context.Response.OnStarting(LookForCookie);

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var encodings = context.Request.Headers.AcceptEncoding;
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_body));
        context.Request.Headers.AcceptEncoding = StringValues.Empty; // what is kept is compressed here, once
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Features.Set(body);
            context.Request.Headers.AcceptEncoding = encodings;
        }
    }

    public void Dispose() => _body.Dispose();

    public bool MayBeShared()
    {
        var headers = context.Response.Headers;
        return context.Response.StatusCode == StatusCodes.Status200OK
            && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
            && headers.SetCookie.Count == 0
            && headers.ContentEncoding.Count == 0
            && !IsPrivate(headers.CacheControl)
            && PageTags.Of(context).MayKeep
            && !HoldsToken();
    }

    private static bool IsPrivate(StringValues cacheControl) =>
        CacheControlHeaderValue.TryParse(cacheControl.ToString(), out var parsed) && (parsed.NoStore || parsed.Private);

    // a form with an antiforgery token belongs to one browser, whatever the headers say
    private bool HoldsToken() => Written.Span.IndexOf("__RequestVerificationToken"u8) >= 0;

    private Task LookForCookie()
    {
        HasCookie = context.Response.Headers.SetCookie.Count > 0;
        if (HasCookie)
        {
            context.Response.Headers.CacheControl = "private, no-store";
        }

        return Task.CompletedTask;
    }
}
