namespace Kim.Market.Web.Features.Results;

/// <summary>Registers what the feature offers.</summary>
public static class ResultsFeature
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddFollower<ResultBook>()
        .AddSingleton<ResultCheck>()
        .AddSingleton<ResultTotals>()
        .AddSingleton<ResultLedger>()
        .AddSingleton<Proofs>()
        .AddSingleton<EventStory>();
}
