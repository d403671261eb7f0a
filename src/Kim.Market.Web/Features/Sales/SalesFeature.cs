namespace Kim.Market.Web.Features.Sales;

/// <summary>Registers what the feature offers.</summary>
public static class SalesFeature
{
    public static IServiceCollection AddSales(this IServiceCollection services) => services
        .AddSingleton<SalesBook>()
        .AddSingleton<SalesPaper>();
}
