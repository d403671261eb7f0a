namespace Kim.Market.Web.Features.Search;

/// <summary>Registers what the feature offers.</summary>
public static class SearchFeature
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddFollower<SearchIndex>()
        .AddSingleton<Finder>();
}
