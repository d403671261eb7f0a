using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Features.WebDomains;

namespace Kim.Market.Web;

/// <summary>Registers KIM's own names, and tells a reverse proxy for which of them it may get a certificate.</summary>
public static class WebDomainRoutes
{
    /// <summary>Caddy asks here before it gets a certificate (<c>on_demand_tls ask</c>).</summary>
    public const string Ask = "/boleh-sertifikat";

    private const int Longest = 253;

    public static IServiceCollection AddWebDomains(this IServiceCollection services)
    {
        services
            .AddHttpClient<IDomainProofs, DomainProofs>(DomainProofs.Configure)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(_ => DomainProofs.Handler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan); // whoever holds the client holds it for good
        return services
            .AddView<WebDomainRows>()
            .AddSingleton(provider => DomainSettings.Of(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton(provider => KimNames.Of(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<WebDomainBook>()
            .AddSingleton<DomainMap>()
            .AddSingleton<INodeReader>(provider => provider.GetRequiredService<DomainMap>())
            .AddSingleton<WebDomainDesk>()
            .AddSingleton<WebDomainWatch>()
            .AddHostedService(provider => provider.GetRequiredService<WebDomainWatch>());
    }

    public static void MapWebDomains(this IEndpointRouteBuilder app) =>
        app.MapGet(Ask, async (string? domain, KimNames names, DomainMap map, WebDomainBook book, CancellationToken ct) =>
                domain is { Length: > 0 and <= Longest } && (await map.FindAsync(domain, ct) is not null || (names.Below(domain) is { } name && await book.IsKimAsync(name, ct)))
                    ? Results.NoContent()
                    : Results.NotFound())
            .RequireRateLimiting(RateLimits.Webhook)
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Menanyakan apakah sebuah nama domain milik KIM di sini, untuk sertifikatnya" });
}
