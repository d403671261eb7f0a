using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Kim.Market.Web.Features.Shared;

/// <summary>Attributes that may be absent: Razor leaves out one that is null, but never a <c>data-</c> one.</summary>
public static class Attr
{
    public static IHtmlContent Of(string name, string? value) =>
        value is null ? HtmlString.Empty : new HtmlString($"{name}=\"{HtmlEncoder.Default.Encode(value)}\"");

    public static IHtmlContent If(string name, bool isPresent) => isPresent ? new HtmlString(name) : HtmlString.Empty;
}
