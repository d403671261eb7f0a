namespace Kim.Market.Web.Features.OpenData;

/// <summary>Registers what the feature offers.</summary>
public static class OpenDataFeature
{
    public static IServiceCollection AddOpenData(this IServiceCollection services) => services
        .AddSingleton<OpenDataSettings>()
        .AddSingleton<DataTables>()
        .AddSingleton<DataPress>()
        .AddSingleton<DataShelf>()
        .AddSingleton<DataCatalogue>()
        .AddSingleton<DataWatch>()
        .AddHostedService(provider => provider.GetRequiredService<DataWatch>());
}
