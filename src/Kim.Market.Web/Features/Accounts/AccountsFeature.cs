using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Registers what the feature offers.</summary>
public static class AccountsFeature
{
    public const string Cookie = "kim_masuk";

    /// <summary>Between the two steps of signing in.</summary>
    private const string StepCookie = "kim_langkah";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddInline<Memberships>();
        services.AddAccess();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccountLog>();
        services.AddScoped<Credentials>();
        services.AddScoped<Entrance>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<Recoveries>();
        services.AddSingleton<Invitations>();
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
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // the device asks for a finger, a face or its code: so a passkey is two factors at once, and needs no name typed
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";

            // our private pages send no Origin with a form; what the device has signed says where it stood
            options.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && SameOrigin.IsHost(context.Origin, context.HttpContext.Request.Host));
        });
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
        }).AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = StepCookie;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
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
