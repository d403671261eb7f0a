using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>
/// An object storage in this process, as small as the protocol allows: one bucket, and every request must be signed
/// (AWS Signature Version 4) with the right secret over what really arrived.
/// </summary>
internal sealed class SmallS3 : IAsyncDisposable
{
    private const string Bucket = "foto";
    private const string AccessKey = "KIMCONTOH";
    private const string Secret = "rahasia-contoh";

    private readonly WebApplication _app;

    private SmallS3(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, (byte[] Content, string MediaType, DateTime At)> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>So many requests are answered with a failure first.</summary>
    public int Failures { get; set; }

    public int Requests { get; private set; }

    /// <summary>A list is cut after so many.</summary>
    public int PageSize { get; set; } = 1000;

    public S3Settings Settings => new(new(_app.Urls.Single()), Bucket, AccessKey, Secret, "us-east-1", "pasar/");

    public static async Task<SmallS3> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var s3 = new SmallS3(app);
        app.Run(s3.AnswerAsync);
        await app.StartAsync();
        return s3;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Requests++;
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (Failures-- > 0)
        {
            http.Response.StatusCode = 503;
            return;
        }

        var path = http.Request.Path.Value!;
        var key = path.StartsWith($"/{Bucket}/", StringComparison.Ordinal) ? path[(Bucket.Length + 2)..] : "";
        if (!IsSigned(http.Request, body.ToArray()))
        {
            await Say(http, 403, "SignatureDoesNotMatch");
        }
        else if (path.TrimEnd('/') != $"/{Bucket}" && key.Length == 0)
        {
            await Say(http, 404, "NoSuchBucket");
        }
        else if (key.Length == 0)
        {
            await ListAsync(http);
        }
        else if (http.Request.Method == "PUT")
        {
            Objects[key] = (body.ToArray(), http.Request.ContentType ?? "", DateTime.UtcNow);
        }
        else if (http.Request.Method == "DELETE")
        {
            Objects.TryRemove(key, out _);
            http.Response.StatusCode = 204;
        }
        else if (Objects.TryGetValue(key, out var found))
        {
            http.Response.ContentType = found.MediaType;
            http.Response.ContentLength = found.Content.Length;
            await http.Response.Body.WriteAsync(http.Request.Method == "HEAD" ? ReadOnlyMemory<byte>.Empty : found.Content);
        }
        else
        {
            await Say(http, 404, "NoSuchKey");
        }
    }

    private async Task ListAsync(HttpContext http)
    {
        var after = http.Request.Query["continuation-token"].ToString();
        var keys = Objects.Keys.Where(key => key.StartsWith(http.Request.Query["prefix"].ToString(), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Where(key => string.CompareOrdinal(key, after) > 0).ToList();
        var page = keys.Take(PageSize).ToList();
        var items = string.Concat(page.Select(key => $"<Contents><Key>{key}</Key><LastModified>{Objects[key].At:yyyy-MM-ddTHH:mm:ss.fffZ}</LastModified><Size>1</Size></Contents>"));
        var more = keys.Count > page.Count;
        http.Response.ContentType = "application/xml";
        await http.Response.WriteAsync(
            $"<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>{(more ? "true" : "false")}</IsTruncated>"
            + (more ? $"<NextContinuationToken>{page[^1]}</NextContinuationToken>" : "") + items + "</ListBucketResult>");
    }

    private static Task Say(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Request.Method == "HEAD" ? Task.CompletedTask : http.Response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        // AWS4-HMAC-SHA256 Credential=KEY/20260301/us-east-1/s3/aws4_request, SignedHeaders=a;b, Signature=hex
        var said = request.Headers.Authorization.ToString().Split(' ', 2) is ["AWS4-HMAC-SHA256", var rest]
            ? rest.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1])
            : [];
        if (said.Count != 3 || said["Credential"].Split('/') is not [AccessKey, var day, var region, var service, var end])
        {
            return false;
        }

        var hash = Hex(SHA256.HashData(body));
        if (request.Headers["x-amz-content-sha256"] != hash)
        {
            return false;
        }

        var query = string.Join('&', request.Query.Select(part => $"{Uri.EscapeDataString(part.Key)}={Uri.EscapeDataString(part.Value.ToString())}").Order(StringComparer.Ordinal));
        var headers = said["SignedHeaders"].Split(';');
        var canonical = string.Join('\n',
            request.Method, new Uri(request.GetEncodedUrl()).AbsolutePath, query,
            string.Concat(headers.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n")), said["SignedHeaders"], hash);
        var text = string.Join('\n',
            "AWS4-HMAC-SHA256", request.Headers["x-amz-date"].ToString(), $"{day}/{region}/{service}/{end}", Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = new[] { day, region, service, end }.Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + Secret), (so, part) => HMACSHA256.HashData(so, Encoding.UTF8.GetBytes(part)));
        return said["Signature"] == Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))
            && DateTime.TryParseExact(request.Headers["x-amz-date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
