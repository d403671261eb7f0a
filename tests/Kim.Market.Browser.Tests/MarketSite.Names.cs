using Kim.Market.Web.Tests.WebDomains;

namespace Kim.Market.Browser.Tests;

/// <summary>The names by which the site is asked.</summary>
public sealed partial class MarketSite
{
    /// <summary>Below which every KIM has a name; browsers look for all of <c>.localhost</c> on their own machine (RFC 6761).</summary>
    public const string BaseHost = "lapak.localhost";

    /// <summary>What stands for the DNS.</summary>
    public FakeInternet World { get; } = new();

    /// <summary>The site by another of its names.</summary>
    public Uri By(string host, string path = "/") => new($"http://{host}:{new Uri(Address).Port}{path}");

    /// <summary>Whether it is asked of this site, by any of its names.</summary>
    public bool IsOurs(string address) =>
        address.StartsWith(Address, StringComparison.Ordinal)
        || (Uri.TryCreate(address, UriKind.Absolute, out var asked) && asked.Host.EndsWith(".localhost", StringComparison.Ordinal) && asked.Port == new Uri(Address).Port);
}
