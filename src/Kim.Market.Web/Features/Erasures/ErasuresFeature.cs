using Kim.Market.Domain.Erasures;
using Kim.Market.Web.Features.Erasures;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ErasuresFeature
{
    public static IServiceCollection AddErasures(this IServiceCollection services) => services
        .AddView<ErasureRows>()
        .AddSingleton(provider => RetentionOf(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<Wishes>()
        .AddSingleton<BuyerErasures>()
        .AddSingleton<AccountErasures>()
        .AddSingleton<ErasureSweep>()
        .AddHostedService(provider => provider.GetRequiredService<ErasureSweep>());

    private static Retention RetentionOf(IConfiguration settings) => new(
        settings.GetValue("Privacy:MoneyYears", 10), settings.GetValue("Privacy:TradeYears", 5));
}
