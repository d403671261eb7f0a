namespace Kim.Market.Web.Features.Potentials;

/// <summary>Registers what the feature offers.</summary>
public static class PotentialsFeature
{
    public static IServiceCollection AddPotentials(this IServiceCollection services) => services
        .AddView<PotentialRows>()
        .AddSingleton<PotentialPages>()
        .AddSingleton<PotentialBook>()
        .AddSingleton<PotentialDesk>();
}
