namespace Kim.Market.Web.Features.Till;

/// <summary>Registers what the feature offers.</summary>
public static class TillFeature
{
    public static IServiceCollection AddTill(this IServiceCollection services) => services
        .AddSingleton<Placing>();
}
