using Kim.Market.Web.Features.Audit;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddFollower<AuditLines>()
        .AddScoped<AuditTrail>()
        .AddSingleton<AuditStory>();
}
