using System.Reflection;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kim.Market.Web.Access;

/// <summary>A page may be open to more people than one of its buttons: the policy on the handler narrows the page's own.</summary>
public sealed class HandlerGate : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod?.MethodInfo.GetCustomAttribute<PolicyAttribute>() is { } policy
            && context.HttpContext.RequestServices.GetRequiredService<Standing>().Answer(policy) != Answer.Yes)
        {
            context.Result = new ForbidResult();
            return Task.CompletedTask;
        }

        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            Origins.Enter(ButtonOf(context), context.HttpContext.User.Identity is { IsAuthenticated: true } ? Device.Of(context.HttpContext.Request) : null);
        }

        return next();
    }

    // The route and the handler are ours; the address that was typed may hold a key.
    private static string ButtonOf(PageHandlerExecutingContext context) =>
        $"/{context.ActionDescriptor.AttributeRouteInfo?.Template}{(context.HandlerMethod?.Name is { Length: > 0 } name ? $"#{name}" : "")}";
}
