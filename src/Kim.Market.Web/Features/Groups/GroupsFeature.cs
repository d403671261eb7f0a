namespace Kim.Market.Web.Features.Groups;

/// <summary>Registers what the feature offers.</summary>
public static class GroupsFeature
{
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddView<GroupRows>()
        .AddSingleton<GroupDirectory>()
        .AddSingleton<GroupPages>();
}
