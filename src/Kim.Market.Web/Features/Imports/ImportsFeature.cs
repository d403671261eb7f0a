namespace Kim.Market.Web.Features.Imports;

/// <summary>Registers what the feature offers.</summary>
public static class ImportsFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<PhoneHashes>()
        .AddSingleton<ImportIntake>()
        .AddSingleton<ImportJobs>()
        .AddSingleton<ImportRunner>()
        .AddSingleton<ImportWorker>()
        .AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
}
