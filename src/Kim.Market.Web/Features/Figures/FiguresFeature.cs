namespace Kim.Market.Web.Features.Figures;

/// <summary>Registers what the feature offers.</summary>
public static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddSingleton<FigurePlaces>()
        .AddSingleton<Corrections>()
        .AddSingleton<FigureProofs>();
}
