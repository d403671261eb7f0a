using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Assets;

/// <summary>All of <c>wwwroot</c>, read once at start; style sheets and scripts become one bundle each.</summary>
public sealed partial class AssetCatalogue
{
    public const string Root = "/aset/";

    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byPath;

    private AssetCatalogue(Dictionary<string, Asset> assets, string icons)
    {
        _byName = assets.ToFrozenDictionary(StringComparer.Ordinal);
        _byPath = assets.Values.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
        Icons = icons;
    }

    /// <summary>The icon sprite as it is written in <c>img/icons.svg</c>.</summary>
    public string Icons { get; }

    /// <summary>The address of the asset called <paramref name="name"/>, such as <c>pasar.css</c>.</summary>
    public string this[string name] => Find(name).Path;

    internal Asset Find(string name) => _byName.TryGetValue(name, out var asset)
        ? asset
        : throw new KeyNotFoundException(
            $"No asset is called '{name}'. There are: {string.Join(", ", _byName.Keys.Order())}.");

    /// <summary>Reads <paramref name="folder"/> (a <c>wwwroot</c>).</summary>
    public static AssetCatalogue Read(string folder)
    {
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in files.Where(IsAssetItself))
        {
            Add(Path.GetFileName(file), File.ReadAllBytes(file));
        }

        AddText("pasar.js", Bundle.Scripts(Path.Combine(folder, "js")));
        AddText("pasar.css", Linked(Bundle.Styles(Path.Combine(folder, "css"))));
        AddText("pasar.webmanifest", Linked(File.ReadAllText(Path.Combine(folder, "pasar.webmanifest"))));
        return new(assets, File.ReadAllText(Path.Combine(folder, "img", "icons.svg")));

        void AddText(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

        void Add(string name, byte[] content)
        {
            var type = AssetTypes.Of(name);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 5));
            var dot = name.LastIndexOf('.');
            var path = $"{Root}{name[..dot]}.{hash}{name[dot..]}";
            var packed = type.Compresses ? Packed.Tightly(content) : Packed.AsIs(content);
            if (!assets.TryAdd(name, new(path, type.Name, packed)))
            {
                throw new InvalidDataException(
                    $"Two files under {folder} are called {name}; an asset is known by its name alone.");
            }
        }

        // files name each other by their place in wwwroot; browsers know them by their hashed address
        string Linked(string text) => Reference().Replace(text, match => assets[Path.GetFileName(match.Value)].Path);
    }

    internal bool TryFind(string path, [NotNullWhen(true)] out Asset? asset) => _byPath.TryGetValue(path, out asset);

    /// <summary>The asset of today for an address of yesterday: same name, other hash.</summary>
    internal bool TryFindCurrent(string path, [NotNullWhen(true)] out Asset? asset)
    {
        var parts = path[Root.Length..].Split('.');
        asset = null;
        return parts.Length == 3 && _byName.TryGetValue($"{parts[0]}.{parts[2]}", out asset);
    }

    private static bool IsAssetItself(string file) =>
        Path.GetExtension(file) is not (".css" or ".js" or ".txt" or ".webmanifest")
        && Path.GetFileName(file) is not "icons.svg";

    [GeneratedRegex("""(?<=url\("|"src": ")(?!data:)[^"]+""")]
    private static partial Regex Reference();
}
