namespace Kim.Market.Web.Features.Products;

/// <summary>Registers what the feature offers.</summary>
public static class ProductsFeature
{
    public static IServiceCollection AddProducts(this IServiceCollection services) => services
        .AddView<ProductRows>()
        .AddJoined<ShelfRows>()
        .AddSingleton<ProductCards>()
        .AddSingleton<ProductPages>()
        .AddSingleton<EndedDiscounts>()
        .AddHostedService(provider => provider.GetRequiredService<EndedDiscounts>())
        .AddSingleton<Seasons>()
        .AddHostedService(provider => provider.GetRequiredService<Seasons>())
        .AddSingleton<Showcase>()
        .AddSingleton<Taxonomy>();
}
