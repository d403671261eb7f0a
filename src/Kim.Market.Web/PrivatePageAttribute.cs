using Microsoft.AspNetCore.Mvc.Filters;

namespace Kim.Market.Web;

/// <summary>Says that a page belongs to one person: nobody keeps a copy of it, and its address goes nowhere with a click.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrivatePageAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache, no-store";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
