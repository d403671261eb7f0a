using Kim.Market.Web.Features.Checks;
using Kim.Market.Web.Features.Coachings;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class CoachingsFeature
{
    public static IServiceCollection AddCoachings(this IServiceCollection services) => services
        .AddView<CoachingRows>()
        .AddSingleton<CoachingBook>()
        .AddSingleton<CoachingDesk>()
        .AddView<AttendanceRows>()
        .AddSingleton<AttendanceBook>()
        .AddSingleton<AttendanceDesk>()
        .AddSingleton<AttendanceCodes>()
        .AddSingleton<CoachingCertificates>()
        .AddSingleton<CoachingFeedback>()
        .AddSingleton<CertificatePaper>()
        .AddSingleton<ICheckedKind>(provider => provider.GetRequiredService<CertificatePaper>());
}
