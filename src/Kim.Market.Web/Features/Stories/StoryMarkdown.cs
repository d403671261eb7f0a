using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Kim.Market.Web.Features.Stories;

/// <summary>
/// Turns what a KIM has written into markup: emphasis, lists, quotes, headings and links, and nothing a stranger could do harm with.
/// Markup in the text stays text; pictures come only through our own pipeline; a link leads to the web or to this site.
/// </summary>
public static class StoryMarkdown
{
    private const int Heading = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UseReferralLinks("nofollow", "ugc", "noopener").Build();

    public static IHtmlContent Html(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Heading; // below the question it answers
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(part => part.Content.ToString()))), copyChildren: false);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => link.IsEmail || !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url), copyChildren: false);
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>The words alone, for an excerpt or a description.</summary>
    public static string Plain(string text) => Markdown.ToPlainText(text, Pipeline).Trim();

    private static bool IsSafe(string? url) => url is ['/', not ('/' or '\\'), ..] or "/"
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}
