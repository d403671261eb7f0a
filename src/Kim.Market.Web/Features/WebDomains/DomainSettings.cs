using System.Net;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>How names of KIM are looked up, and where they have to lead.</summary>
/// <param name="Target">What a KIM's own name points at in the DNS: a name, or an address; null while nobody has said what the main address is.</param>
/// <param name="Resolver">Whom to ask; null for those of the machine.</param>
public sealed record DomainSettings(string? Target, IPEndPoint? Resolver)
{
    public static DomainSettings Of(IConfiguration settings) => new(
        settings["Kim:DomainTarget"] is { Length: > 0 } named ? named
            : Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var site) ? site.IdnHost : null,
        settings["Kim:Resolver"] is { Length: > 0 } resolver ? ResolverOf(resolver) : null);

    private static IPEndPoint ResolverOf(string text) =>
        !IPEndPoint.TryParse(text, out var found) ? throw new CannotStartException("Kim__Resolver is no address such as 10.0.0.2 or 10.0.0.2:53.")
        : found.Port == 0 ? new(found.Address, 53)
        : found;
}
