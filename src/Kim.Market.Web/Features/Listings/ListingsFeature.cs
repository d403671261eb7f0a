using Kim.Market.Web.Features.Listings.Csv;

namespace Kim.Market.Web.Features.Listings;

/// <summary>Registers what the feature offers.</summary>
public static class ListingsFeature
{
    public static IServiceCollection AddListings(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<PhotosHealth>("photos");
        return AddDesk(services);
    }

    private static IServiceCollection AddDesk(IServiceCollection services) => services
        .AddSingleton<SellerGoods>()
        .AddSingleton<ListingDesk>()
        .AddSingleton<OptionDesk>()
        .AddSingleton<ListingChoices>()
        .AddSingleton<TermsCells>()
        .AddSingleton<GoodsCsv>()
        .AddSingleton<CsvDesk>()
        .AddSingleton<PhotoIntake>()
        .AddSingleton<PhotoQueue>()
        .AddSingleton<PhotoMaker>()
        .AddSingleton<PhotoWatch>()
        .AddSingleton<PhotoSweep>()
        .AddHostedService(provider => provider.GetRequiredService<PhotoSweep>())
        .AddHostedService(provider => provider.GetRequiredService<PhotoWatch>())
        .AddHostedService(provider => provider.GetRequiredService<PhotoMaker>());
}
