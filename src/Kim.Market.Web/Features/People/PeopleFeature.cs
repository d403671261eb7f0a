namespace Kim.Market.Web.Features.People;

/// <summary>Registers what the feature offers.</summary>
public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<Vault>();
}
