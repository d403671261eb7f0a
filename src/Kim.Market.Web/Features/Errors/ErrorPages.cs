using Kim.Market.Web.Features.Errors;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Features;

namespace Kim.Market.Web;

/// <summary>Turns every bare refusal and every failure into a page people can go on from.</summary>
public static class ErrorPages
{
    /// <summary>Belongs before routing, so that the error page can be routed to.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages));
        return app.Use((context, next) => AnswerAsync(context, next, log));
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // nobody is listening any more
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            Take(context, failure, log);
        }

        if (!IsBare(context.Response))
        {
            return;
        }

        try
        {
            await ExplainAsync(context, next);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            Take(context, failure, log);
            await Failure.WriteAsync(context, Reference.Of(context));
        }
    }

    private static void Take(HttpContext context, Exception failure, ILogger log)
    {
        Forget(context.Response);
        context.Response.StatusCode = StatusOf(failure);
        if (context.Response.StatusCode == StatusCodes.Status500InternalServerError)
        {
            Log.Failed(log, failure, context.Request.Method, RouteOf(context), Reference.Of(context));
        }
    }

    // the address itself may be somebody's key, as the link to an order is: it stays out of the log
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    private static async Task ExplainAsync(HttpContext context, RequestDelegate next)
    {
        switch (WantedBy(context.Request))
        {
            case Explanation.Json:
                await Problem.WriteAsync(context, Reference.Of(context));
                break;
            case Explanation.Page when context.Response.StatusCode >= StatusCodes.Status500InternalServerError:
                await Failure.WriteAsync(context, Reference.Of(context));
                break;
            case Explanation.Page:
                await ShowAsync(context, next);
                break;
            default:
                break; // a picture or a script that is not there needs no page
        }
    }

    private static Explanation WantedBy(HttpRequest request)
    {
        var accepted = request.Headers.Accept.ToString();
        if (accepted is "" or "*/*" || accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return Explanation.Page;
        }

        return accepted.Contains("json", StringComparison.OrdinalIgnoreCase) ? Explanation.Json : Explanation.None;
    }

    // the page is asked for with GET and without a query, whatever the request was
    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        context.Features.Set(new FailedRequest(context.Response.StatusCode, path, query));
        request.Method = HttpMethods.Get;
        request.Path = StatusModel.Route;
        request.QueryString = default;
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(context);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = (method, path, query);
        }
    }

    private static bool IsBare(HttpResponse response) =>
        !response.HasStarted
        && response.StatusCode >= StatusCodes.Status400BadRequest
        && response.ContentLength is null or 0
        && string.IsNullOrEmpty(response.ContentType);

    // what describes the answer that failed must not describe its error page; headers for every answer stay
    private static void Forget(HttpResponse response)
    {
        response.ContentType = null;
        response.ContentLength = null;
        response.Headers.ContentEncoding = default;
        response.Headers.ETag = default;
        response.Headers.LastModified = default;
        response.Headers.ContentDisposition = default;
        response.Headers.CacheControl = "no-store";
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,

        // the form reader's way of saying "too large" once the request itself was small enough
        InvalidDataException { Message: var message } when message.Contains("length limit", StringComparison.Ordinal) =>
            StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status500InternalServerError,
    };
}
