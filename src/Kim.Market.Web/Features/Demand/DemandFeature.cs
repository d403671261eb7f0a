using Kim.Market.Web.Features.Demand;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class DemandFeature
{
    public static IServiceCollection AddDemand(this IServiceCollection services) => services
        .AddSingleton<DemandBook>()
        .AddSingleton<DemandLog>()
        .AddSingleton<DemandAge>()
        .AddSingleton<DemandWaits>()
        .AddHostedService(provider => provider.GetRequiredService<DemandLog>())
        .AddHostedService(provider => provider.GetRequiredService<DemandAge>())
        .AddHostedService(provider => provider.GetRequiredService<DemandWaits>());
}
