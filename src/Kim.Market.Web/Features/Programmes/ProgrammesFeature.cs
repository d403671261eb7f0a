using Kim.Market.Web.Features.Programmes;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ProgrammesFeature
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services.AddSingleton<ProgrammeBook>();
}
