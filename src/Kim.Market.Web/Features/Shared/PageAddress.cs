using Kim.Market.Web.Caching;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Shared;

/// <summary>The addresses of the page being shown: the canonical one and the one in the other language.</summary>
/// <param name="Public">Scheme and host the world knows the site by; empty where nobody has set it.</param>
/// <param name="Path">The path without a language.</param>
/// <param name="Query">The query with its question mark, as asked.</param>
/// <param name="Canonical">The part of the query that makes it another page.</param>
public sealed record PageAddress(string Public, string Path, string Query, string Canonical)
{
    public static PageAddress Of(HttpContext context)
    {
        var failed = context.Features.Get<FailedRequest>();
        var path = failed?.Path ?? context.Request.Path;
        var query = failed?.Query ?? context.Request.QueryString;
        var site = context.RequestServices.GetRequiredService<IConfiguration>()["PublicUrl"]?.TrimEnd('/') ?? "";
        var declared = context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>()?.VaryBy ?? [];
        return new(
            site,
            path.ToUriComponent(),
            query.ToUriComponent(),
            CanonicalQuery.Of(query.Value, declared) is { Length: > 0 } canonical ? "?" + canonical : "");
    }

    /// <summary>Scheme and host for what has to name itself in full: as the world knows the site, or else as it was asked for.</summary>
    public static string SiteOf(HttpContext context) =>
        Of(context).Public is { Length: > 0 } named ? named : $"{context.Request.Scheme}://{context.Request.Host}";

    public string CanonicalHere => Languages.IsEnglish ? CanonicalEnglish : CanonicalIndonesian;

    public string CanonicalIndonesian => Public + Path + Canonical;

    public string CanonicalEnglish => Public + Languages.EnglishPrefix + Path + Canonical;

    /// <summary>Another path of this site, in the language of the page.</summary>
    public string Of(string path) => Public + (Languages.IsEnglish ? Languages.EnglishPrefix : "") + path;

    /// <summary>The same page in the language it is not in now.</summary>
    public string Other => (Languages.IsEnglish ? "" : Languages.EnglishPrefix) + Path + Query;
}
