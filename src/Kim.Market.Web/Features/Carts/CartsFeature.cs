namespace Kim.Market.Web.Features.Carts;

/// <summary>Registers what the feature offers.</summary>
public static class CartsFeature
{
    public static IServiceCollection AddCarts(this IServiceCollection services) => services
        .AddSingleton<CartLines>();
}
