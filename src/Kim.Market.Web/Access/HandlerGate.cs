using System.Reflection;
using Kim.Market.Web.Features.Accounts;
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

        return next();
    }
}
