using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kim.Market.Web;

/// <summary>The two places of the page cache in the pipeline.</summary>
public static class PageCacheRoutes
{
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PageCache(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton(provider => new PageFlights(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }

    /// <summary>
    /// Sends kept pages. Belongs as far forward as it can: after what sets headers on every answer and after the
    /// language, before everything else.
    /// </summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app)
    {
        if (!IsOn(app))
        {
            return app;
        }

        var cache = app.ApplicationServices.GetRequiredService<PageCache>();
        return app.Use((context, next) =>
        {
            if (IsReading(context.Request) && !HasWord(context.Request) && cache.TryFind(PageKey.Of(context.Request), out var page))
            {
                PageCacheMeter.Hits.Add(1);
                return page.WriteAsync(context);
            }

            return next(context);
        });
    }

    /// <summary>Keeps the pages that carry <see cref="CachedPageAttribute"/>. Belongs directly after routing.</summary>
    public static IApplicationBuilder UsePageStore(this IApplicationBuilder app)
    {
        if (!IsOn(app))
        {
            return app;
        }

        var store = new PageStore(
            app.ApplicationServices.GetRequiredService<PageCache>(),
            app.ApplicationServices.GetRequiredService<PageFlights>());
        return app.Use((context, next) =>
            IsReading(context.Request) && context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is { } page
                ? store.InvokeAsync(context, page, HasWord(context.Request), next)
                : next(context));
    }

    private static bool IsOn(IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue("Kim:KeepPages", true);

    // What was just done is said on the page that follows, to one person and once: the kept page does not say it.
    private static bool HasWord(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 && request.Cookies.ContainsKey(CookieTempDataProvider.CookieName);

    private static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
