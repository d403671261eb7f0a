using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>The main address of the market, and the name below which every KIM has one of its own.</summary>
/// <param name="Base">Null where the operator has set none.</param>
/// <param name="Site">Scheme and host of the main address; null where nobody has said it: then no other name shows anything of its own.</param>
public sealed record KimNames(string? Base, string? Site)
{
    private readonly string? _host = Site is null ? null : new Uri(Site).Host;

    /// <summary>The market's own names: nothing below them is anybody's.</summary>
    public IEnumerable<string> Own => ((string?[])[_host, Base]).OfType<string>();

    /// <exception cref="CannotStartException">The name is none, or nobody has said what the main address is.</exception>
    public static KimNames Of(IConfiguration settings)
    {
        var site = settings["PublicUrl"]?.TrimEnd('/');
        var isSite = Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.AbsolutePath == "/";
        return settings["Kim:BaseHost"] is not { Length: > 0 } named ? new(null, isSite ? site : null)
            : Uri.CheckHostName(named) != UriHostNameType.Dns || !named.Contains('.', StringComparison.Ordinal)
                ? throw new CannotStartException("Kim__BaseHost is no name such as lapak.example.go.id.")
            : !isSite ? throw new CannotStartException("Kim__BaseHost is set, and PublicUrl is not: the pages of KIM lead there.")
            : new(named.ToLowerInvariant(), site);
    }

    /// <summary>Whether it is where everything is.</summary>
    public bool IsMain(string host) => host.Equals(_host, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before the name; null for the main address, and for a host of any other kind.</summary>
    public string? Below(string host) =>
        Base is not null && host.Length > Base.Length + 1 && host.EndsWith(Base, StringComparison.OrdinalIgnoreCase) && host[^(Base.Length + 1)] == '.' && !IsMain(host)
            ? host[..^(Base.Length + 1)].ToLowerInvariant()
            : null;
}
