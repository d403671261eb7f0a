using Kim.Market.Web.Features.Storefronts;
using Microsoft.Net.Http.Headers;

namespace Kim.Market.Web;

/// <summary>Registers storefronts, and serves their colours below <c>/warna</c>.</summary>
public static class StorefrontRoutes
{
    public static IServiceCollection AddStorefronts(this IServiceCollection services) => services
        .AddSingleton<StorefrontBook>()
        .AddSingleton<StorefrontDesk>();

    public static void MapStorefronts(this IEndpointRouteBuilder app) =>
        app.MapMethods(StoreSheet.Root + "{sheet}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string sheet) =>
            {
                if (StoreSheet.Find(sheet) is not { } found)
                {
                    return Results.NotFound();
                }

                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(found.Bytes, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{found.Name}\""));
            })
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Melihat warna etalase KIM" });
}
