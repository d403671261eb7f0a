namespace Kim.Market.Web.Features.Checks;

/// <summary>Registers what the feature offers.</summary>
public static class ChecksFeature
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services.AddSingleton<PaperChecks>();
}
