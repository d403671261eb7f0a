using Microsoft.AspNetCore.Html;

namespace Kim.Market.Web.Features.Shared;

internal static class MarkupExtensions
{
    /// <summary>Adds <c>&lt;span class="…"&gt;text&lt;/span&gt;</c>, the text encoded.</summary>
    public static IHtmlContentBuilder AppendSpan(this IHtmlContentBuilder markup, string cssClass, string text) =>
        markup.AppendHtml($"<span class=\"{cssClass}\">").Append(text).AppendHtml("</span>");
}
