using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Kim.Market.Web.Features.Shared;

/// <summary>Draws a text as a QR code that stands in the page itself: no request, no file, nobody told.</summary>
internal static class Qr
{
    /// <summary>Which squares are dark, row by row, with the quiet rim that cameras need.</summary>
    public static IReadOnlyList<BitArray> Modules(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return code.ModuleMatrix;
    }

    // black on white in the dark too: that is what cameras are made for
    public static IHtmlContent Svg(string text, string label)
    {
        var modules = Modules(text);
        var size = modules.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (modules[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new HtmlString(string.Create(
            CultureInfo.InvariantCulture,
            $"<svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" viewBox=\"0 0 {size} {size}\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"));
    }
}
