using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kim.Market.Web.Features.Shared;

/// <summary>
/// A label, a hint, a control and what is wrong with it:
/// <c>&lt;field for="Input.Name" hint="…" autocomplete="name" /&gt;</c>. What it does not know goes to the control.
/// </summary>
/// <remarks>
/// <c>type</c> may also be <c>textarea</c> or <c>money</c>. What stands inside becomes the control; give it the id
/// and name that <c>asp-for</c> gives.
/// </remarks>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTag(IHtmlHelper html) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>Only where the model's [Display] says too little.</summary>
    public string? Label { get; set; }

    /// <summary>Sets it apart from a field of the same name in another form of the page.</summary>
    public string? Apart { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_") + (Apart is null ? "" : $"-{Apart}");
        var state = ViewContext.ViewData.ModelState.GetValueOrDefault(name);
        var error = state is { Errors: [var first, ..] } ? new FieldError($"{id}-salah", first.ErrorMessage) : null;
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-petunjuk", error?.Id }.OfType<string>());

        var inside = await output.GetChildContentAsync();
        var value = state?.AttemptedValue ?? AsTyped(For.Model);
        var control = inside.IsEmptyOrWhiteSpace
            ? Control(name, id, value, described, isWrong: error is not null, output.Attributes)
            : inside;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field");
        output.Content
            .AppendHtml($"<label for=\"{id}\">").Append(Label ?? For.Metadata.GetDisplayName()).AppendHtml("</label>");
        if (Hint is not null)
        {
            output.Content.AppendHtml($"<span class=\"hint\" id=\"{id}-petunjuk\">").Append(Hint).AppendHtml("</span>");
        }

        output.Content.AppendHtml(control);
        if (error is not null)
        {
            output.Content.AppendHtml(await html.PartialAsync("_FieldError", error));
        }
    }

    private IHtmlContent Control(
        string name, string id, string? value, string described, bool isWrong, TagHelperAttributeList others)
    {
        var isLong = Type == "textarea";
        var control = new TagBuilder(isLong ? "textarea" : "input");
        control.TagRenderMode = isLong ? TagRenderMode.Normal : TagRenderMode.SelfClosing;
        control.MergeAttribute("class", "input");
        control.MergeAttribute("id", id);
        control.MergeAttribute("name", name);
        foreach (var other in others)
        {
            control.MergeAttribute(other.Name, other.Value?.ToString(), replaceExisting: true);
        }

        if (described.Length > 0)
        {
            control.MergeAttribute("aria-describedby", described);
        }

        if (isWrong)
        {
            control.MergeAttribute("aria-invalid", "true");
        }

        if (isLong)
        {
            control.InnerHtml.Append(value ?? "");
            return control;
        }

        control.MergeAttribute("type", Type == "money" ? "text" : Type);
        if (Type != "password")
        {
            control.MergeAttribute("value", value ?? "");
        }

        return Type == "money" ? Money(control) : control;
    }

    private static HtmlContentBuilder Money(TagBuilder control)
    {
        control.MergeAttribute("inputmode", "numeric");
        var affix = new HtmlContentBuilder();
        affix.AppendHtml("<div class=\"affix\"><span>Rp</span>").AppendHtml(control).AppendHtml("</div>");
        return affix;
    }

    private static string? AsTyped(object? value) => value switch
    {
        Rupiah money => NumberFormat.Whole(money.Amount),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
