namespace Kim.Market.Web.Features.Stocks;

/// <summary>Registers what the feature offers.</summary>
public static class StocksFeature
{
    public static IServiceCollection AddStocks(this IServiceCollection services) => services
        .AddInline<StockLevels>()
        .AddSingleton<StockDesk>()
        .AddSingleton<StockBook>()
        .AddSingleton<StockCheck>();
}
