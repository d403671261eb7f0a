using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kim.Market.Web.Access;

/// <summary>Opens or keeps shut, by the policy that stands on the route.</summary>
public sealed class PolicyGate : AuthorizationHandler<PolicyRequirement>
{
    internal const string SecondFactor = "second factor";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PolicyRequirement requirement)
    {
        if (context is { Resource: HttpContext http, User.Identity.IsAuthenticated: true })
        {
            switch (http.RequestServices.GetRequiredService<Standing>().Answer(requirement.Policy))
            {
                case Answer.Yes: context.Succeed(requirement); break;
                case Answer.OnlyWithSecondFactor: context.Fail(new(this, SecondFactor)); break;
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>Leads those who still need a second factor to where they get one; everybody else hears the usual answers.</summary>
public sealed class PolicyAnswers : IAuthorizationMiddlewareResultHandler
{
    internal const string Enrolment = "/akun/dua-langkah";

    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.AuthorizationFailure?.FailureReasons.Any(reason => reason.Message == PolicyGate.SecondFactor) == true)
        {
            context.Response.Redirect(context.Request.PathBase + Enrolment);
            return;
        }

        if (authorizeResult.Forbidden && HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<KeepsRefusalsAttribute>() is { } kept)
        {
            await ((IRefusalKeeper)context.RequestServices.GetRequiredService(kept.Keeper)).KeepAsync(context);
        }

        await _usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
