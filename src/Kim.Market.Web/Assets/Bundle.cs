using System.Text;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Assets;

/// <summary>Joins the small files people edit into the two that browsers load.</summary>
internal static partial class Bundle
{
    private static readonly string[] First = ["layers.css", "tokens.css", "reset.css", "base.css", "layout.css"];

    /// <summary>The foundations, then components by name, then pages by name; layers make the order harmless.</summary>
    public static string Styles(string folder)
    {
        var foundations = First.Select(name => Path.Combine(folder, name)).ToList();
        var components = Directory.EnumerateFiles(folder, "*.css").Order(StringComparer.Ordinal).Except(foundations);
        var pages = Directory.EnumerateFiles(Path.Combine(folder, "pages"), "*.css").Order(StringComparer.Ordinal);
        var text = string.Join('\n', foundations.Concat(components).Concat(pages).Select(File.ReadAllText));
        return Spaces().Replace(StyleComments().Replace(text, ""), " ").Trim();
    }

    /// <summary>Each file in a block of its own, so that no name meets another's.</summary>
    public static string Scripts(string folder)
    {
        var text = new StringBuilder("'use strict';\n");
        foreach (var file in Directory.EnumerateFiles(folder, "*.js").Order(StringComparer.Ordinal))
        {
            text.Append("{\n").Append(LineComments().Replace(File.ReadAllText(file), "")).Append("}\n");
        }

        return Indents().Replace(text.ToString(), "\n");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex StyleComments();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // a comment has its line to itself or stands after a space: "https://" has neither
    [GeneratedRegex(@"(?<=^|\s)//.*$", RegexOptions.Multiline)]
    private static partial Regex LineComments();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Indents();
}
