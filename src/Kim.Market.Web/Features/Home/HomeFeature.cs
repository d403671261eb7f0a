namespace Kim.Market.Web.Features.Home;

/// <summary>Registers what the feature offers.</summary>
public static class HomeFeature
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddSingleton<Movers>();
}
