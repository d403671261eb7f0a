namespace Kim.Market.Web.Features.Delivery;

/// <summary>Registers what the feature offers.</summary>
public static class DeliveryFeature
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<RateShops>();
}
