using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.Market.Domain;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Market.Web;

/// <summary>
/// Open data for machines: each dataset as CSV and JSON, the catalogue, and a description of all of it. Any page of any site may read it. It
/// speaks Indonesian wherever it is asked for, so that one file has one fingerprint.
/// </summary>
public static class DataRoutes
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var data = app.MapGroup("/data").RequireRateLimiting(RateLimits.Data)
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengambil data terbuka" })
            .AddEndpointFilter((context, next) =>
            {
                Languages.Speak(Languages.Indonesian);
                context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
                context.HttpContext.Response.Headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link, X-Fingerprint, X-Version";
                return next(context);
            });
        data.MapMethods("/katalog.jsonld", Reading, async (HttpContext context, DataShelf shelf, DataCatalogue catalogue, CancellationToken ct) =>
            Json(context, catalogue.Of(await shelf.NewestAsync(ct), PageAddress.SiteOf(context)), "application/ld+json"));
        data.MapMethods("/openapi.json", Reading, (HttpContext context, OpenDataSettings settings) =>
            Json(context, DataDescription.Of(settings, PageAddress.SiteOf(context)), "application/vnd.oai.openapi+json;version=3.1"));
        data.MapMethods("/{dataset}.csv", Reading, (string dataset, string? wilayah, string? tahun, DataShelf shelf, OpenDataSettings settings, CancellationToken ct) =>
            SendAsync(dataset, wilayah, tahun, isJson: false, shelf, settings, ct));
        data.MapMethods("/{dataset}.json", Reading, (string dataset, string? wilayah, string? tahun, DataShelf shelf, OpenDataSettings settings, CancellationToken ct) =>
            SendAsync(dataset, wilayah, tahun, isJson: true, shelf, settings, ct));
    }

    private static async Task<IResult> SendAsync(string slug, string? wilayah, string? tahun, bool isJson, DataShelf shelf, OpenDataSettings settings, CancellationToken ct)
    {
        if (Dataset.Find(slug) is not { } dataset)
        {
            return No(StatusCodes.Status404NotFound, "Kumpulan data tidak ada", "Daftarnya ada di /data/katalog.jsonld.");
        }

        RegionCode? region = null;
        if (!string.IsNullOrEmpty(wilayah))
        {
            if (!RegionCode.TryParse(wilayah, null, out var code))
            {
                return No(StatusCodes.Status400BadRequest, "Kode wilayah tidak dikenal", "wilayah adalah kode Kemendagri, misalnya 64, 64.02, 64.02.15, atau 64.02.15.1004.");
            }

            region = code;
        }

        int? year = null;
        if (!string.IsNullOrEmpty(tahun))
        {
            if (tahun.Length != 4 || !int.TryParse(tahun, out var number) || number is < FirstYear or > LastYear)
            {
                return No(StatusCodes.Status400BadRequest, "Tahun tidak dikenal", "tahun terdiri dari empat angka, misalnya 2026.");
            }

            year = number;
        }

        var filter = new DataFilter(region, year);
        return await shelf.OpenAsync(dataset, ct) is { } open
            ? new DataFile(open, filter, isJson, $"pasar-kim-{slug}{(filter.IsAll ? "" : "-sebagian")}-v{open.Release.Version}.csv", settings)
            : No(StatusCodes.Status404NotFound, "Belum diterbitkan", "Data diterbitkan sekali sehari; cobalah lagi nanti.");
    }

    private static ContentHttpResult Json(HttpContext context, JsonObject json, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Text(json.ToJsonString(Readable), type);
    }

    private static ProblemHttpResult No(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
