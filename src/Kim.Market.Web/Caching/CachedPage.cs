using System.Buffers.Text;
using System.Security.Cryptography;
using Kim.Market.Web.Assets;
using Microsoft.Extensions.Primitives;

namespace Kim.Market.Web.Caching;

/// <summary>One finished page: its bytes in every form, ready to be sent.</summary>
internal sealed class CachedPage
{
    private const int Overhead = 512;

    private static readonly StringValues Revalidate = "public, no-cache";
    private static readonly StringValues VaryByEncoding = "Accept-Encoding";

    private readonly Packed _body;
    private readonly StringValues _contentType;
    private readonly StringValues _etag;

    public CachedPage(PageKey key, byte[] body, string contentType, IReadOnlyCollection<PageTag> tags, long expires)
    {
        (Key, Tags, Expires, _contentType) = (key, tags, expires, contentType);
        _body = Packed.Quickly(body);

        // weak, because one tag stands for the plain, the gzip and the brotli form
        _etag = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 12))}\"";
    }

    public PageKey Key { get; }

    public IReadOnlyCollection<PageTag> Tags { get; }

    /// <summary>In ticks of the cache's clock.</summary>
    public long Expires { get; }

    /// <summary>Written without a lock: the order in which old pages leave need not be exact.</summary>
    public long LastUsed { get; set; }

    public long Size => _body.Size + Overhead + ((Key.Path.Length + Key.Query.Length) * sizeof(char));

    /// <summary>Sends the page, or 304 if the browser has it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var bytes = Begin(context);
        return bytes.IsEmpty ? Task.CompletedTask : SendAsync(context, bytes);
    }

    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var sending = context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        return sending.IsCompletedSuccessfully ? Task.CompletedTask : sending.AsTask();
    }

    /// <summary>Sets status and headers, and answers what is left to send: nothing for HEAD and 304.</summary>
    public ReadOnlyMemory<byte> Begin(HttpContext context)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.CacheControl = Revalidate;
        headers.ETag = _etag;
        headers.Vary = VaryByEncoding;
        if (IsKnown(context.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ContentType = StringValues.Empty;
            headers.ContentLength = null;
            return default;
        }

        var bytes = _body.For(context.Request.Headers.AcceptEncoding, out var coding);
        headers.ContentType = _contentType;
        headers.ContentEncoding = coding;
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? default : bytes;
    }

    private bool IsKnown(StringValues ifNoneMatch)
    {
        if (ifNoneMatch.Count == 0)
        {
            return false;
        }

        foreach (var line in ifNoneMatch)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                if (line.AsSpan()[range].Trim().SequenceEqual(_etag[0]) || line is "*")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
