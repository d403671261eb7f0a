using Kim.Market.Web.Pictures;
using Microsoft.Net.Http.Headers;

namespace Kim.Market.Web;

/// <summary>Registers the pictures and serves them under <c>/foto</c>.</summary>
public static class PictureRoutes
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static IServiceCollection AddPictures(this IServiceCollection services) => services
        .AddSingleton<IMediaStore>(provider => new FolderMedia(
            Path.Combine(provider.GetRequiredService<IConfiguration>()["Kim:Data"] ?? "data", "media")))
        .AddSingleton<Pictures.Pictures>();

    public static void MapPictures(this IEndpointRouteBuilder app) =>
        app.MapMethods("/foto/{name}", [HttpMethods.Get, HttpMethods.Head], Answer).WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Melihat foto" });

    private static IResult Answer(string name, IMediaStore media, HttpResponse response)
    {
        if (!PictureName.TryParse(name, out var rendition) || media.Open(rendition) is not { } content)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = ForEver;
        return TypedResults.Stream(content, rendition.MediaType, entityTag: new EntityTagHeaderValue($"\"{rendition.Hash[..16]}-{rendition.Width}-{rendition.Format}\""));
    }
}
