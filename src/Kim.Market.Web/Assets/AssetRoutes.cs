using Kim.Market.Web.Assets;

namespace Kim.Market.Web;

/// <summary>Registers the assets and serves them.</summary>
public static class AssetRoutes
{
    private const string ForADay = "public, max-age=86400";
    private const string ForAYear = "public, max-age=31536000, immutable";

    public static IServiceCollection AddAssets(this IServiceCollection services) =>
        services.AddSingleton(_ => AssetCatalogue.Read(Path.Combine(AppContext.BaseDirectory, "wwwroot")));

    /// <summary>Answers all of <c>/aset/</c>. Belongs at the very front: it needs nothing of what follows.</summary>
    public static IApplicationBuilder UseAssets(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<AssetCatalogue>();
        return app.Use((context, next) =>
        {
            var path = context.Request.Path.Value!;
            if (path.StartsWith(AssetCatalogue.Root, StringComparison.Ordinal))
            {
                return AnswerAsync(context, assets, path);
            }

            // browsers ask for this address without being told to
            return path == "/favicon.ico" ? assets.Find("favicon.ico").WriteAsync(context, ForADay) : next(context);
        });
    }

    private static Task AnswerAsync(HttpContext context, AssetCatalogue assets, string path)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        if (assets.TryFind(path, out var asset))
        {
            return asset.WriteAsync(context, ForAYear);
        }

        // a page kept by somebody's browser, or written by a node not yet updated, asks for an older look:
        // today's serves it better than none, but must not be kept under that address
        if (path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal))
        {
            if (assets.TryFindCurrent(path, out var current))
            {
                return current.WriteAsync(context, "no-cache");
            }
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
