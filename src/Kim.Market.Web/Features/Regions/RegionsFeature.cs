namespace Kim.Market.Web.Features.Regions;

/// <summary>Registers what the feature offers.</summary>
public static class RegionsFeature
{
    public static IServiceCollection AddRegions(this IServiceCollection services) => services
        .AddSingleton<Places>()
        .AddSingleton<PlaceFinder>()
        .AddSingleton<PlaceQuestion>()
        .AddSingleton<RegionLoader>();
}
