using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>The name below which every KIM has one of its own.</summary>
/// <param name="Site">Scheme and host of the main address.</param>
internal sealed record KimNames(string Base, string Site)
{
    private readonly string _host = new Uri(Site).Host;

    /// <summary>Null where the operator has set none.</summary>
    /// <exception cref="CannotStartException">The name is none, or nobody has said what the main address is.</exception>
    public static KimNames? Of(IConfiguration settings)
    {
        if (settings["Kim:BaseHost"] is not { Length: > 0 } named)
        {
            return null;
        }

        var site = settings["PublicUrl"]?.TrimEnd('/');
        return Uri.CheckHostName(named) != UriHostNameType.Dns || !named.Contains('.', StringComparison.Ordinal)
                ? throw new CannotStartException("Kim__BaseHost is no name such as lapak.example.go.id.")
            : !Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.AbsolutePath != "/"
                ? throw new CannotStartException("Kim__BaseHost is set, and PublicUrl is not: the pages of KIM lead there.")
            : new(named.ToLowerInvariant(), site!);
    }

    /// <summary>What stands before the name; null for the main address, and for a host of any other kind.</summary>
    public string? Below(string host) =>
        host.Length > Base.Length + 1 && host.EndsWith(Base, StringComparison.OrdinalIgnoreCase) && host[^(Base.Length + 1)] == '.'
        && !host.Equals(_host, StringComparison.OrdinalIgnoreCase)
            ? host[..^(Base.Length + 1)].ToLowerInvariant()
            : null;
}
