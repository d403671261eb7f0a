using Kim.Market.Web.Language;

namespace Kim.Market.Web.Caching;

/// <summary>What makes two requests ask for the same page; the host is not part of it.</summary>
internal readonly record struct PageKey(bool IsEnglish, string Path, string Query)
{
    private const int MaxLength = 512;

    /// <summary>False for addresses nobody types: they would fill the cache with keys.</summary>
    public bool IsReasonable => Path.Length + Query.Length <= MaxLength;

    /// <summary>Reads the key off a request whose language has been taken off its path.</summary>
    public static PageKey Of(HttpRequest request) =>
        new(Languages.IsEnglish, request.Path.Value ?? "", CanonicalQuery.Of(request.QueryString.Value));
}
