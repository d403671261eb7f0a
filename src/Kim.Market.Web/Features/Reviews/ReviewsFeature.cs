using Kim.Market.Web.Features.Reviews;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ReviewsFeature
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddView<ReviewRows>()
        .AddSingleton<ReviewBook>();
}
