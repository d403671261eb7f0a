namespace Kim.Market.Web.Features.Villages;

/// <summary>Registers what the feature offers.</summary>
public static class VillagesFeature
{
    public static IServiceCollection AddVillages(this IServiceCollection services) => services
        .AddSingleton<Atlas>()
        .AddSingleton<RegionPages>();
}
