namespace Kim.Market.Web.Assets;

/// <summary>What kinds of file the site is made of, and whether compressing them pays.</summary>
internal static class AssetTypes
{
    public static (string Name, bool Compresses) Of(string fileName) => Path.GetExtension(fileName) switch
    {
        ".css" => ("text/css; charset=utf-8", true),
        ".js" => ("text/javascript; charset=utf-8", true),
        ".svg" => ("image/svg+xml", true),
        ".webmanifest" => ("application/manifest+json", true),
        ".ico" => ("image/x-icon", false),
        ".png" => ("image/png", false),
        ".webp" => ("image/webp", false),
        ".woff2" => ("font/woff2", false),
        var other => throw new InvalidDataException($"{fileName}: nobody has decided how to serve a {other} file."),
    };
}
