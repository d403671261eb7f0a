using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Errors;

/// <summary>An explanation for programs.</summary>
internal static class Problem
{
    public static Task WriteAsync(HttpContext context, string reference)
    {
        var words = context.RequestServices.GetRequiredService<Words>();
        var text = ErrorText.For(context.Response.StatusCode, words);
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new ProblemDetails
            {
                Status = context.Response.StatusCode,
                Title = text.Title,
                Detail = text.Advice,
                Instance = context.Request.Path,
                Extensions = { ["reference"] = reference },
            },
            options: null,
            contentType: "application/problem+json",
            context.RequestAborted);
    }
}
