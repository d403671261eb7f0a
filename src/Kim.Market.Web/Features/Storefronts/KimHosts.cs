using Kim.Market.Domain;
using Kim.Market.Web.Assets;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Language;

namespace Kim.Market.Web;

/// <summary>
/// Every KIM has a name below one that the operator has set: <c>kim-sekar-lai.lapak.example.go.id</c> shows its page. Everything else there leads to
/// the main address in one step, so that nobody is ever signed in at two places, and a page is kept once for all names.
/// </summary>
public static class KimHosts
{
    // What the page itself is made of.
    private static readonly string[] Parts = [AssetCatalogue.Root, "/foto/", StoreSheet.Root, NoticeRoutes.Worker[1..], "/favicon.ico"];

    /// <summary>Belongs before everything that answers or reads the path, and after what sets the security headers.</summary>
    public static IApplicationBuilder UseKimHosts(this IApplicationBuilder app)
    {
        var names = KimNames.Of(app.ApplicationServices.GetRequiredService<IConfiguration>());
        return names is null ? app : app.Use((context, next) => names.Below(context.Request.Host.Host) is { } name ? AnswerAsync(context, next, names, name) : next(context));
    }

    private static Task AnswerAsync(HttpContext context, RequestDelegate next, KimNames names, string name)
    {
        var request = context.Request;
        context.Features.Set(new LeadsTo(names.Site)); // the answer to a form that was pressed here
        if (!Slug.IsValid(name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{names.Site}/kim/{name}";
            return Task.CompletedTask;
        }

        var path = request.Path.Value!;
        var isEnglish = request.Path.StartsWithSegments(Languages.EnglishPrefix, StringComparison.Ordinal, out var rest);
        if ((isEnglish ? rest.Value : path) is "" or "/" or null)
        {
            request.Path = $"{(isEnglish ? Languages.EnglishPrefix : "")}/kim/{name}";
        }
        else if (!Parts.Any(part => path.StartsWith(part, StringComparison.Ordinal)))
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = names.Site + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
            return Task.CompletedTask;
        }

        // whoever a browser says it is here, nobody asked it to
        request.Headers.Remove("Cookie");
        context.Response.OnStarting(state =>
        {
            ((HttpResponse)state).Headers.Remove("Set-Cookie");
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
