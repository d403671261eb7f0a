namespace Kim.Market.Web.Features.Acts;

/// <summary>Registers what the feature offers.</summary>
public static class ActsFeature
{
    public static IServiceCollection AddActs(this IServiceCollection services) => services
        .AddView<ActRows>()
        .AddSingleton<ActHistory>()
        .AddSingleton<ActDesk>();
}
