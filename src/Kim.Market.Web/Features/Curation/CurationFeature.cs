namespace Kim.Market.Web.Features.Curation;

/// <summary>Registers what the feature offers.</summary>
public static class CurationFeature
{
    public static IServiceCollection AddCuration(this IServiceCollection services) => services
        .AddSingleton<WeekList>()
        .AddSingleton<CurationQueue>();
}
