using Kim.Market.Web.Features.Readings;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ReadingsFeature
{
    public static IServiceCollection AddReadings(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton<ReadingLog>()
        .AddSingleton<ReadingBook>()
        .AddSingleton<ReadingAge>()
        .AddHostedService(provider => provider.GetRequiredService<ReadingAge>());
}
