using System.IO.Compression;
using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Takeaway;

namespace Kim.Market.Web;

/// <summary>"Bawa data saya": everything the market knows of a business in one file, for its owner to take elsewhere.</summary>
public static class TakeawayRoutes
{
    public static IServiceCollection AddTakeaway(this IServiceCollection services) => services.AddSingleton<Luggage>();

    public static void MapTakeaway(this IEndpointRouteBuilder app) => app.MapGet("/lapak/data/{slug}", AnswerAsync)
        .WithMetadata(new ForAttribute(Desk.Seller, BusinessRole.Owner) { What = "Membawa semua data lapaknya dalam satu berkas" })
        .RequireRateLimiting(RateLimits.Write);

    private static async Task<IResult> AnswerAsync(string slug, ClaimsPrincipal user, Luggage luggage, HttpResponse response, CancellationToken ct)
    {
        var asker = new Asker(Id<Member>.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, null));
        if (await luggage.FindAsync(asker, slug, ct) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "private, no-store";
        var file = Unnamed();
        try
        {
            await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            {
                await luggage.PackAsync(zip, asker, shop, ct);
            }

            file.Position = 0;
            return TypedResults.Stream(file, "application/zip", $"{slug}.zip");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    // On disk, because archives are written with a look back; gone when it has been sent.
    private static FileStream Unnamed() => new(
        Path.Combine(Path.GetTempPath(), $"pasar-kim-{Guid.NewGuid():N}.zip"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
}
