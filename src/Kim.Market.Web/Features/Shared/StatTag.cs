using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kim.Market.Web.Features.Shared;

/// <summary>
/// A figure that can be opened: <c>&lt;stat label="KIM aktif" value="61" change="naik 4"&gt;the rows&lt;/stat&gt;</c>.
/// What stands inside is the proof.
/// </summary>
[HtmlTargetElement("stat")]
public sealed class StatTag(Words words) : TagHelper
{
    public string Label { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>Against what it should be read: a total, last month, a rule.</summary>
    public string? Change { get; set; }

    /// <summary>Against what it was before.</summary>
    public string? Against { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var proof = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "stat");
        output.Attributes.SetAttribute("data-test", "result-tile");
        if (Open)
        {
            output.Attributes.SetAttribute(new("open"));
        }

        output.Content
            .AppendHtml("<summary>").AppendSpan("label", Label).AppendSpan("value", Value);
        if (Change is not null)
        {
            output.Content.AppendSpan("delta", Change);
        }

        if (Against is not null)
        {
            output.Content.AppendSpan("delta", Against);
        }

        output.Content
            .AppendSpan("open", words["Buka bukti"]).AppendSpan("close", words["Tutup bukti"])
            .AppendHtml("</summary><div class=\"evidence\">").AppendHtml(proof).AppendHtml("</div>");
    }
}
