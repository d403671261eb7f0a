namespace Kim.Market.Web.Features.Harvests;

/// <summary>Registers what the feature offers.</summary>
public static class HarvestsFeature
{
    public static IServiceCollection AddHarvests(this IServiceCollection services) => services
        .AddView<HarvestRows>()
        .AddFollower<SoldMonths>()
        .AddSingleton<HarvestBook>()
        .AddSingleton<HarvestDesk>()
        .AddSingleton<QueueDesk>()
        .AddSingleton<OfferNews>()
        .AddSingleton<PassingOn>()
        .AddSingleton<HarvestTimers>()
        .AddHostedService(provider => provider.GetRequiredService<HarvestTimers>());
}
