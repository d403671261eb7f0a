using System.Xml.Linq;

namespace Kim.Market.Web.Language;

/// <summary>Reads one <c>Resources/*.resx</c>, which is embedded as it is written.</summary>
internal static class WordsFile
{
    public static Dictionary<string, string> Read(string name)
    {
        using var file = typeof(WordsFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly.");
        return XDocument.Load(file).Root!.Elements("data").ToDictionary(
            entry => (string)entry.Attribute("name")!,
            entry => (string)entry.Element("value")!,
            StringComparer.Ordinal);
    }
}
