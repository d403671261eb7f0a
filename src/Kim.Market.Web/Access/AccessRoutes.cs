using Kim.Market.Web.Access;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Kim.Market.Web;

/// <summary>Registers the gates.</summary>
public static class AccessRoutes
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddScoped<Standing>();
        services.AddSingleton<IAuthorizationHandler, PolicyGate>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PolicyAnswers>();
        services.AddSingleton<PolicyList>();
        return services;
    }
}
