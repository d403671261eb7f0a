namespace Kim.Market.Web.Features.Ledger;

/// <summary>Registers what the feature offers.</summary>
public static class LedgerFeature
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddFollower<LedgerBook>()
        .AddSingleton<LedgerShelf>()
        .AddSingleton<LedgerPair>()
        .AddSingleton<LedgerDesk>()
        .AddSingleton<LedgerRows>()
        .AddSingleton<LedgerChecks>()
        .AddSingleton<LedgerWatch>()
        .AddHostedService(provider => provider.GetRequiredService<LedgerWatch>());
}
