using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>Registers what the feature offers.</summary>
public static class ResultsFeature
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<ResultCheck>()
        .AddSingleton<ResultTotals>()
        .AddSingleton<ResultScopes>()
        .AddSingleton<Proofs>()
        .AddSingleton<EventStory>()
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Results/Place", "/hasil/kim/{kim}"));
}
