namespace Kim.Market.Web.Features.Businesses;

/// <summary>Registers what the feature offers.</summary>
public static class BusinessesFeature
{
    public static IServiceCollection AddBusinesses(this IServiceCollection services) => services
        .AddView<BusinessRows>()
        .AddSingleton<ShopDesk>()
        .AddSingleton<ShopBatch>()
        .AddSingleton<OwnShops>()
        .AddSingleton<Transfers>()
        .AddSingleton<BusinessPages>();
}
