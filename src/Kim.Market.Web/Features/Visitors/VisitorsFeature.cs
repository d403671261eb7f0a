namespace Kim.Market.Web.Features.Visitors;

/// <summary>Registers what the feature offers.</summary>
public static class VisitorsFeature
{
    public static IServiceCollection AddVisitors(this IServiceCollection services) => services.AddSingleton<HintCurrency>();
}
