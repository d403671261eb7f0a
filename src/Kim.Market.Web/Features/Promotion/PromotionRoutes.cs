using System.Threading.RateLimiting;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kim.Market.Web;

/// <summary>Registers the promotion kit, and serves its pictures and papers below <c>/promosi</c>.</summary>
public static class PromotionRoutes
{
    private const long ShelfBytes = 256L * 1024 * 1024;
    private const string AWhile = "public, max-age=300";
    private const string ComeBack = "5";

    public static IServiceCollection AddPromotion(this IServiceCollection services) => services
        .AddSingleton<PieceBook>()
        .AddSingleton<ResultPieces>()
        .AddSingleton<DrawingPress>()
        .AddSingleton<Posters>()
        .AddSingleton<Labels>()
        .AddSingleton<Shares>()
        .AddKeyedSingleton(nameof(Posters), (provider, _) => RateLimits.Drawings(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => provider.GetRequiredService<IConfiguration>() switch
        {
            var settings => new PosterShelf(Path.Combine(settings["Kim:Data"] ?? "data", "promosi"), settings.GetValue("Kim:PosterBytes", ShelfBytes), provider.GetRequiredService<TimeProvider>()),
        });

    public static void MapPromotion(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/promosi/{jenis}/{kunci}/{berkas}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync)
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengunduh poster dan kartu" });
        app.MapMethods("/promosi/{jenis}/{kunci}/label.pdf", [HttpMethods.Get, HttpMethods.Head], PrintAsync)
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mencetak label harga" }).RequireRateLimiting(RateLimits.Write);
    }

    private static async Task<IResult> AnswerAsync(
        string jenis, string kunci, string berkas, HttpContext context, PieceBook book, Posters posters,
        [FromKeyedServices(nameof(Posters))] PartitionedRateLimiter<HttpContext> limit, CancellationToken ct)
    {
        if (Piece.KindOf(jenis) is not { } kind || PosterFile.Find(berkas) is not { } file
            || await book.FindAsync(kind, kunci, ct) is not { } piece || (piece.NotNow is not null && !file.IsCard))
        {
            return TypedResults.NotFound();
        }

        var address = PromotionAddress.Of(context, piece);
        var key = Posters.KeyOf(piece, file, address);
        var etag = new EntityTagHeaderValue($"\"{key[..32]}\"");
        context.Response.Headers.CacheControl = AWhile;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(etag, useStrongComparison: false)))
        {
            context.Response.Headers.ETag = etag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await posters.FindAsync(key, ct) is { } kept)
        {
            return TypedResults.Bytes(kept, file.MediaType, entityTag: etag);
        }

        using var lease = limit.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            return Later(context, StatusCodes.Status429TooManyRequests);
        }

        return await posters.DrawAsync(key, piece, file, address, ct) is { } drawn
            ? TypedResults.Bytes(drawn, file.MediaType, entityTag: etag)
            : Later(context, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> PrintAsync(string jenis, string kunci, HttpContext context, PieceBook book, Labels labels, TimeProvider clock, CancellationToken ct)
    {
        if (Piece.KindOf(jenis) is not { } kind || await book.FindAsync(kind, kunci, ct) is not { NotNow: null } piece)
        {
            return TypedResults.NotFound();
        }

        var site = PromotionAddress.Of(context, piece)[..^piece.Path.Length];
        if (await labels.ForAsync(piece, site, ct) is not { } goods)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store"; // the price of this very moment
        return TypedResults.Bytes(labels.Print(goods, piece.Title, DateFormat.Full(clock.GetUtcNow(), piece.Zone)), "application/pdf");
    }

    private static StatusCodeHttpResult Later(HttpContext context, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = ComeBack;
        return TypedResults.StatusCode(status);
    }
}
