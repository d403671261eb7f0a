using Kim.Market.Web.Features.Conduct;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ConductFeature
{
    public static IServiceCollection AddConduct(this IServiceCollection services) => services.AddSingleton<SuspensionBook>();
}
