using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Kim.Market.Web.Assets;
using Microsoft.AspNetCore.Html;

namespace Kim.Market.Web.Features.Shared;

/// <summary>Every icon the site has, by name; drawn in <c>wwwroot/img/icons.svg</c>.</summary>
public sealed class Icons(AssetCatalogue assets)
{
    private const string Namespace = " xmlns=\"http://www.w3.org/2000/svg\"";

    private readonly FrozenDictionary<string, string> _symbols = XElement
        .Parse(assets.Icons)
        .Elements()
        .ToFrozenDictionary(symbol => ((string)symbol.Attribute("id")!)["i-".Length..], Markup);

    internal string Symbol(string name) => _symbols.TryGetValue(name, out var symbol)
        ? symbol
        : throw new KeyNotFoundException(
            $"No icon is called '{name}'. There are: {string.Join(", ", _symbols.Keys.Order())}.");

    // in a page the namespace goes without saying
    private static string Markup(XElement symbol) =>
        symbol.ToString(SaveOptions.DisableFormatting).Replace(Namespace, "", StringComparison.Ordinal);
}

/// <summary>
/// The icons one page uses. The layout writes their drawings once, at the end, so that a page carries only its own
/// and needs no request for them.
/// </summary>
public sealed class IconsInUse(Icons icons) : IHtmlContent
{
    private readonly HashSet<string> _names = [];

    internal void Add(string name) => _names.Add(name);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<svg hidden>");
        foreach (var name in _names)
        {
            writer.Write(icons.Symbol(name));
        }

        writer.Write("</svg>");
    }
}
