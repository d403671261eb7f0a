using Kim.Market.Web.Features.Checks;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>Registers what the feature offers.</summary>
public static class ProspectusesFeature
{
    public static IServiceCollection AddProspectuses(this IServiceCollection services) => services
        .AddView<ProspectusRows>()
        .AddSingleton<VillageFacts>()
        .AddSingleton<ProspectusBook>()
        .AddSingleton<ProspectusDesk>()
        .AddSingleton<ProspectusPaper>()
        .AddSingleton<ICheckedKind, ProspectusCheck>();
}
