using Kim.Market.Web.Features.Complaints;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class ComplaintsFeature
{
    public static IServiceCollection AddComplaints(this IServiceCollection services) => services
        .AddSingleton<Evidence>()
        .AddSingleton<ComplaintBook>()
        .AddSingleton<ComplaintDesk>();
}
