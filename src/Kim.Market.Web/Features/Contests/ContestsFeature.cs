using Kim.Market.Web.Features.Contests;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ContestsFeature
{
    public static IServiceCollection AddContests(this IServiceCollection services) => services
        .AddView<ContestRows>()
        .AddSingleton<ContestBook>()
        .AddSingleton<ContestDesk>();
}
