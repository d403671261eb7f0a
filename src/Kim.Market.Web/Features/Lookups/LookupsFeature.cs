namespace Kim.Market.Web.Features.Lookups;

/// <summary>Registers what the feature offers.</summary>
public static class LookupsFeature
{
    public static IServiceCollection AddLookups(this IServiceCollection services) => services
        .AddSingleton<LookupDesk>()
        .AddSingleton<LookupCodes>()
        .AddSingleton<LookupCookie>()
        .AddSingleton<LookupCards>()
        .AddSingleton<FoundOrders>()
        .AddSingleton<LookupAge>()
        .AddHostedService(provider => provider.GetRequiredService<LookupAge>());
}
