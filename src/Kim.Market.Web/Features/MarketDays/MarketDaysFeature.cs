namespace Kim.Market.Web.Features.MarketDays;

/// <summary>Registers what the feature offers.</summary>
public static class MarketDaysFeature
{
    public static IServiceCollection AddMarketDays(this IServiceCollection services) => services
        .AddView<MarketDayRows>()
        .AddSingleton<MarketBook>()
        .AddSingleton<MarketOffers>()
        .AddSingleton<MarketPins>()
        .AddSingleton<MarketTable>()
        .AddSingleton<MarketPapers>()
        .AddSingleton<MarketDesk>();
}
