namespace Kim.Market.Web.Features.Stories;

/// <summary>Registers what the feature offers.</summary>
public static class StoriesFeature
{
    public static IServiceCollection AddStories(this IServiceCollection services) => services
        .AddView<StoryRows>()
        .AddSingleton<StoryPages>()
        .AddSingleton<StoryBook>()
        .AddSingleton<StoryDesk>()
        .AddSingleton<StoryTimers>()
        .AddHostedService(provider => provider.GetRequiredService<StoryTimers>());
}
