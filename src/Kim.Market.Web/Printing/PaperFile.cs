using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Printing;

/// <summary>A printed paper to keep; nobody in between keeps it.</summary>
public sealed class PaperFile(string name, byte[] pdf) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/pdf";
        response.ContentLength = pdf.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await response.Body.WriteAsync(pdf, context.HttpContext.RequestAborted);
    }
}
