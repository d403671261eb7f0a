using System.Net;
using Kim.Market.Domain;
using Kim.Market.Web.Assets;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Features.WebDomains;
using Kim.Market.Web.Language;

namespace Kim.Market.Web;

/// <summary>
/// Every KIM has a name below one that the operator has set, <c>kim-sekar-lai.lapak.example.go.id</c>, and perhaps one that is its own: there its page is
/// shown. Everything else there leads to the main address in one step, so that nobody is ever signed in at two places, and a page is kept once for all names.
/// </summary>
public static class KimHosts
{
    // What the page itself is made of.
    private static readonly string[] Parts = [AssetCatalogue.Root, "/foto/", StoreSheet.Root, NoticeRoutes.Worker[1..], "/favicon.ico"];

    /// <summary>Belongs before everything that answers or reads the path, and after what sets the security headers.</summary>
    public static IApplicationBuilder UseKimHosts(this IApplicationBuilder app)
    {
        var (names, domains) = (app.ApplicationServices.GetRequiredService<KimNames>(), app.ApplicationServices.GetRequiredService<DomainMap>());
        return names.Site is not { } site ? app : app.Use((context, next) => context.Request.Host.Host switch
        {
            var main when names.IsMain(main) => next(context),
            var below when names.Below(below) is { } name => AnswerAsync(context, next, site, name),
            var other => AnswerOtherAsync(context, next, site, domains, other),
        });
    }

    // A name that no KIM has proven shows what the main address shows, as an address of numbers does.
    private static async Task AnswerOtherAsync(HttpContext context, RequestDelegate next, string site, DomainMap domains, string host)
    {
        if (!host.Contains('.', StringComparison.Ordinal) || IPAddress.TryParse(host, out _) || await domains.FindAsync(host, context.RequestAborted) is not { } own)
        {
            await next(context);
        }
        else if (context.Request.Path == DomainProofs.FilePath)
        {
            await context.Response.WriteAsync(own.Proof, context.RequestAborted); // by this the name is seen to lead here
        }
        else
        {
            await AnswerAsync(context, next, site, own.Slug);
        }
    }

    private static Task AnswerAsync(HttpContext context, RequestDelegate next, string site, string name)
    {
        var request = context.Request;
        context.Features.Set(new LeadsTo(site)); // the answer to a form that was pressed here
        if (!Slug.IsValid(name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{site}/kim/{name}";
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
            context.Response.Headers.Location = site + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
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
