using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kim.Market.Web.Features.Shared;

/// <summary><c>&lt;icon name="cart" /&gt;</c>, beside a word; with <c>label</c> it stands alone.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag(IconsInUse icons) : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>What the icon says to those who cannot see it.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        icons.Add(Name);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent($"<use href=\"#i-{Name}\"/>");
    }
}
