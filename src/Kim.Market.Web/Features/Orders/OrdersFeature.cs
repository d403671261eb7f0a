namespace Kim.Market.Web.Features.Orders;

/// <summary>Registers what the feature offers.</summary>
public static class OrdersFeature
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddView<OrderRows>()
        .AddSingleton<OrderTokens>()
        .AddSingleton(provider => OrderTerms.Of(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<BuyerMarks>()
        .AddSingleton<CallbackCodes>()
        .AddSingleton<OrderDesk>()
        .AddSingleton<BuyerOrders>()
        .AddSingleton<OrderInbox>()
        .AddSingleton<SlipPaper>()
        .AddSingleton<SilentSellers>()
        .AddSingleton<OrderTimers>()
        .AddHostedService(provider => provider.GetRequiredService<OrderTimers>())
        .AddHostedService(provider => provider.GetRequiredService<SilentSellers>());
}
