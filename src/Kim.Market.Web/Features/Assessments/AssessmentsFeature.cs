using Kim.Market.Web.Features.Assessments;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class AssessmentsFeature
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services
        .AddView<OfficeRubrics>()
        .AddView<AssessmentRows>()
        .AddSingleton<AssessmentBook>()
        .AddSingleton<AssessmentFigures>()
        .AddSingleton<AssessmentDesk>();
}
