using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Tables;

/// <summary>A table to download, sent row by row as it is read.</summary>
public sealed class CsvFile(string name, IAsyncEnumerable<string> lines) : ActionResult
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var text = new StreamWriter(response.Body, WithMark);
        await foreach (var line in lines.WithCancellation(context.HttpContext.RequestAborted))
        {
            await text.WriteAsync(line);
        }
    }
}
