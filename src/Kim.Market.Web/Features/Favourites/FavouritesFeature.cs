namespace Kim.Market.Web.Features.Favourites;

/// <summary>Registers what the feature offers.</summary>
public static class FavouritesFeature
{
    public static IServiceCollection AddFavourites(this IServiceCollection services) => services
        .AddSingleton<FavouriteCookie>()
        .AddSingleton<FavouriteGoods>();
}
