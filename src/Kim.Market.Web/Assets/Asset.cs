using Microsoft.Extensions.Primitives;

namespace Kim.Market.Web.Assets;

/// <summary>One file the browser keeps for a year: a new content is a new address.</summary>
public sealed class Asset(string path, string mediaType, Packed content)
{
    /// <summary>The address with the content's hash in it, such as <c>/aset/pasar.1a2b3c4d5e.css</c>.</summary>
    public string Path => path;

    public string MediaType => mediaType;

    public Packed Content => content;

    public StringValues ETag { get; } = $"\"{path[(path.LastIndexOf('/') + 1)..]}\"";

    /// <summary>Writes the file, or 304 when the browser has it.</summary>
    public async Task WriteAsync(HttpContext context, string cacheControl)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.ETag = ETag;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch == ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = content.For(context.Request.Headers.AcceptEncoding, out var coding);
        headers.ContentType = mediaType;
        headers.ContentEncoding = coding;
        headers.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
