using Kim.Market.Web.Pictures;
using Microsoft.Net.Http.Headers;

namespace Kim.Market.Web;

/// <summary>Registers the pictures and serves them under <c>/foto</c>.</summary>
public static class PictureRoutes
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static IServiceCollection AddPictures(this IServiceCollection services) => services
        .AddSingleton(Store)
        .AddSingleton<Pictures.Pictures>();

    public static void MapPictures(this IEndpointRouteBuilder app) =>
        app.MapMethods("/foto/{name}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Melihat foto" });

    private static IMediaStore Store(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        return S3Settings.Read(configuration) is { } bucket
            ? new S3Media(bucket)
            : new FolderMedia(Path.Combine(configuration["Kim:Data"] ?? "data", "media"));
    }

    private static async Task<IResult> AnswerAsync(string name, IMediaStore media, HttpResponse response, CancellationToken ct)
    {
        if (!PictureName.TryParse(name, out var rendition) || await media.OpenAsync(rendition, ct) is not { } content)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = ForEver;
        return TypedResults.Stream(content, rendition.MediaType, entityTag: new EntityTagHeaderValue($"\"{rendition.Hash[..16]}-{rendition.Width}-{rendition.Format}\""));
    }
}
