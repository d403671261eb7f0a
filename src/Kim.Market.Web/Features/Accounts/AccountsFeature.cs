using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Registers what the feature offers.</summary>
public static class AccountsFeature
{
    public const string Cookie = "kim_masuk";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddInline<Memberships>();
        services.AddAccess();
        services.AddSingleton<Sessions>();
        services.AddScoped<Credentials>();
        services.AddScoped<Entrance>();
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 8;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789@.+-_";
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddUserStore<AccountRecords>()
            .AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = Cookie;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/masuk";
            options.ReturnUrlParameter = "kembali";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToAccessDenied = RefuseAsync;
        });
        return services;
    }

    // Every request asks whether its session still stands: "keluar dari semua" is true at once, on every node.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var ct = context.HttpContext.RequestAborted;
        var standing = services.GetRequiredService<Standing>();
        if (!Guid.TryParse(context.Principal?.FindFirstValue(Sessions.Claim), out var session)
            || !Guid.TryParse(context.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var member)
            || !await standing.LoadAsync(session, member, ct))
        {
            context.RejectPrincipal();
            return;
        }

        if (standing.IsLate)
        {
            await services.GetRequiredService<Sessions>().SeeAsync(session, ct);
        }
    }

    // The page of 403 explains itself; sending people to sign in again would not help them.
    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
