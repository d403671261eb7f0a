using System.Globalization;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kim.Market.Web.Features.Shared;

/// <summary>
/// A claim that opens: <c>&lt;badge name="Halal" event="(stream, version)"&gt;who, when, which document&lt;/badge&gt;</c>; with
/// <c>claimed</c> it is the seller's own word.
/// </summary>
/// <remarks>No badge without the event that made it one: a page that forgets it does not render.</remarks>
[HtmlTargetElement("badge")]
public sealed class BadgeTag(Words words, IconsInUse icons) : TagHelper
{
    public string Name { get; set; } = "";

    public bool Claimed { get; set; }

    /// <summary>The stream and version of the event that made it a badge.</summary>
    public (Guid Stream, long Version)? Event { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var proof = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "badge");
        output.Attributes.SetAttribute("data-test", "badge");
        output.Content.AppendHtml("<summary>");
        if (Claimed)
        {
            output.Attributes.SetAttribute("data-state", "claimed");
        }
        else
        {
            var (stream, version) = Event ?? throw new InvalidOperationException($"The badge “{Name}” rests on no event.");
            output.Attributes.SetAttribute("data-event", string.Create(CultureInfo.InvariantCulture, $"{stream}/{version}"));
            icons.Add("shield");
            output.Content.AppendHtml("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-shield\"/></svg>");
        }

        output.Content
            .Append(Name).Append(" ")
            .AppendSpan("open", Claimed ? words["kata penjual"] : words["lihat bukti"])
            .AppendSpan("close", words["tutup"])
            .AppendHtml("</summary>").AppendHtml(proof);
    }
}
