using Kim.Market.Web.Language;

namespace Kim.Market.Web;

/// <summary>Reads the language off the address, so that the same page has one address in each.</summary>
public static class LanguagePrefix
{
    /// <summary>
    /// Moves <c>/en</c> from the path to the path base: every <c>~/</c> link then keeps the language. Before routing.
    /// </summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(Languages.EnglishPrefix, StringComparison.Ordinal, out var rest))
        {
            request.PathBase = request.PathBase.Add(Languages.EnglishPrefix);
            request.Path = rest.HasValue ? rest : "/";
            Languages.Speak(Languages.English);
        }
        else
        {
            Languages.Speak(Languages.Indonesian);
        }

        return next(context);
    });
}
