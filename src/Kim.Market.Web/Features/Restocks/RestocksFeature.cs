namespace Kim.Market.Web.Features.Restocks;

/// <summary>Registers what the feature offers.</summary>
public static class RestocksFeature
{
    public static IServiceCollection AddRestocks(this IServiceCollection services) => services
        .AddSingleton<RestockWaits>()
        .AddSingleton<RestockAge>()
        .AddHostedService(provider => provider.GetRequiredService<RestockAge>());
}
