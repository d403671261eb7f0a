using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>A release as a file, sent row by row as it is read; nothing at all to whoever has it already.</summary>
/// <param name="isJson">Or else CSV.</param>
/// <param name="file">How others name it when they keep it.</param>
public sealed class DataFile(OpenRelease open, DataFilter filter, bool isJson, string file, OpenDataSettings settings) : IResult
{
    private const int RowsAtOnce = 200;

    private readonly DataRelease _release = open.Release;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using (open)
        {
            var headers = httpContext.Response.GetTypedHeaders();
            headers.ETag = new($"\"{_release.Sha256[..32]}\"", isWeak: true); // one tag for the packed and the plain form
            headers.LastModified = Whole(_release.PublishedAt);
            httpContext.Response.Headers.CacheControl = "public, max-age=300";
            httpContext.Response.Headers.Vary = "Accept-Encoding";
            httpContext.Response.Headers.Link = $"<{settings.LicenceAddress}>; rel=\"license\", </data/openapi.json>; rel=\"service-desc\"";
            httpContext.Response.Headers["X-Version"] = $"{_release.Version}";
            if (filter.IsAll && !isJson)
            {
                httpContext.Response.Headers["X-Fingerprint"] = $"sha256:{_release.Sha256}";
            }

            if (IsKnown(httpContext.Request.GetTypedHeaders(), headers))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            httpContext.Response.ContentType = isJson ? "application/json; charset=utf-8" : "text/csv; charset=utf-8";
            httpContext.Response.Headers.ContentDisposition = isJson ? "inline" : $"attachment; filename=\"{file}\"";
            if (!HttpMethods.IsHead(httpContext.Request.Method))
            {
                await SendAsync(httpContext);
            }
        }
    }

    private async Task SendAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        var body = context.Response.Body;
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            body = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
        }

        await using (body == context.Response.Body ? null : body)
        {
            await (isJson ? JsonAsync(body, ct) : CsvAsync(body, ct));
        }
    }

    private async Task CsvAsync(Stream body, CancellationToken ct)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(false), bufferSize: 16 * 1024, leaveOpen: true);
        await text.WriteAsync(DataRow.Head);
        await foreach (var row in open.RowsAsync(filter, ct))
        {
            await text.WriteAsync(row.Line(_release.Title, _release.Unit).AsMemory(), ct);
        }
    }

    private async Task JsonAsync(Stream body, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("dataset", _release.Dataset);
        json.WriteString("judul", _release.Title);
        json.WriteString("satuan", _release.Unit);
        json.WriteNumber("versi", _release.Version);
        json.WriteString("sampai", PastDay.Of(_release.Day));
        json.WriteString("diterbitkan", DateFormat.Machine(_release.PublishedAt));
        json.WriteString("sidik_csv", $"sha256:{_release.Sha256}");
        json.WriteString("lisensi", settings.LicenceAddress);
        json.WriteStartArray("baris");
        var written = 0;
        await foreach (var row in open.RowsAsync(filter, ct))
        {
            Write(json, row);
            if (++written % RowsAtOnce == 0)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, DataRow row)
    {
        json.WriteStartObject();
        json.WriteString("kode_wilayah", row.Code);
        json.WriteString("level_wilayah", row.Level);
        json.WriteString("nama_wilayah", row.Name);
        json.WriteString("judul", _release.Title);
        json.WriteString("satuan", _release.Unit);
        json.WriteNumber("tahun", row.Year);
        json.WriteString("periode", Dataset.Yearly);
        if (row.Value is { } value)
        {
            json.WriteNumber("data", value);
        }
        else
        {
            json.WriteNull("data");
        }

        json.WriteString("status", row.StateWord);
        json.WriteString("timestamp", row.Timestamp);
        json.WriteEndObject();
    }

    private static bool IsKnown(RequestHeaders asked, ResponseHeaders now) => asked.IfNoneMatch is { Count: > 0 } tags
        ? tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(now.ETag, useStrongComparison: false))
        : asked.IfModifiedSince >= now.LastModified;

    // The head of an answer knows no parts of a second.
    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
