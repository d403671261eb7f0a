using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kim.Market.Web;

/// <summary>Believes reverse proxies, and them alone, about who asks and whether by HTTPS.</summary>
public static class Proxies
{
    /// <summary>Those on this machine are always believed; <c>Kim:Proxies</c> adds addresses and networks, separated by commas.</summary>
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // as far back as the chain of believed ones reaches
            foreach (var proxy in (configuration["Kim:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Add(options, proxy);
            }
        });
        return services;
    }

    private static void Add(ForwardedHeadersOptions options, string proxy)
    {
        if (System.Net.IPNetwork.TryParse(proxy, out var network))
        {
            options.KnownIPNetworks.Add(network);
        }
        else
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address)
                ? address
                : throw new Hosting.CannotStartException($"Kim:Proxies holds '{proxy}', which is neither an address nor a network."));
        }
    }
}
