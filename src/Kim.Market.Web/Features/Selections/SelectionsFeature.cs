using Kim.Market.Web.Features.Selections;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class SelectionsFeature
{
    public static IServiceCollection AddSelections(this IServiceCollection services) => services
        .AddView<SelectionRows>()
        .AddSingleton<SelectionBook>()
        .AddSingleton<SelectionDesk>();
}
