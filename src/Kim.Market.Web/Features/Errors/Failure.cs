using System.Text.Encodings.Web;
using Kim.Market.Web.Assets;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Errors;

/// <summary>The page for what must not happen. It needs nothing that could be broken as well.</summary>
internal static class Failure
{
    public static Task WriteAsync(HttpContext context, string reference)
    {
        var services = context.RequestServices;
        var words = services.GetRequiredService<Words>();
        var text = ErrorText.For(StatusCodes.Status500InternalServerError, words);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{Languages.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{Encoded(text.Title.TrimEnd('.'))} | Pasar KIM</title>
            <link rel="stylesheet" href="{services.GetRequiredService<AssetCatalogue>()["pasar.css"]}">
            </head>
            <body>
            <main id="isi"><div class="wrap narrow section stack" data-test="error-page">
            <h1>{Encoded(text.Title)}</h1>
            <p>{Encoded(text.Advice)}</p>
            <p>{Encoded(words["Nomor kejadian: {0}", reference])}</p>
            <p><a class="btn" data-kind="next" href="{context.Request.PathBase}/">{Encoded(words["Ke beranda"])}</a></p>
            </div></main>
            </body>
            </html>
            """,
            context.RequestAborted);
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
