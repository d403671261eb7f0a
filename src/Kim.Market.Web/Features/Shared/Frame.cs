using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Market.Web.Features.Shared;

/// <summary>
/// What stands around a page and differs only by language and tab: its partial is drawn once, and kept. All that a
/// reader or an address brings along has no place in such a part.
/// </summary>
public sealed partial class Frame(HtmlEncoder encoder)
{
    private readonly ConcurrentDictionary<(string Part, Tab Tab, bool IsEnglish, string Base), Kept> _kept = new();

    /// <param name="part">A partial without a model, or with the model that never changes.</param>
    public async ValueTask<IHtmlContent> DrawAsync(IHtmlHelper html, PageHead head, IconsInUse icons, string part, object? model = null)
    {
        var key = (part, head.Tab, Languages.IsEnglish, html.ViewContext.HttpContext.Request.PathBase.Value ?? "");
        if (!_kept.TryGetValue(key, out var kept))
        {
            kept = Keep(await html.PartialAsync(part, model));
            _kept[key] = kept;
        }

        foreach (var icon in kept.Icons)
        {
            icons.Add(icon);
        }

        return kept.Markup;
    }

    private Kept Keep(IHtmlContent drawn)
    {
        using var writer = new StringWriter();
        drawn.WriteTo(writer, encoder);
        var markup = writer.ToString();
        return new(new HtmlString(markup), [.. Icon.Matches(markup).Select(icon => icon.Groups[1].Value).Distinct()]);
    }

    [GeneratedRegex("""<use href="#i-([a-z0-9-]+)"/>""")]
    private static partial Regex Icon { get; }

    private sealed record Kept(IHtmlContent Markup, IReadOnlyList<string> Icons);
}
