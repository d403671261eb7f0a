using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Demo;

/// <summary>The pictures of the demo's goods, which lie beside the program in every width the market shows.</summary>
/// <remarks>
/// They are our own drawings, made smaller when they were drawn: sending them through the sandbox for strangers' files
/// would take longer than two years of trade.
/// </remarks>
public sealed class DemoPictures(IMediaStore media)
{
    private static readonly string Folder = Path.Combine(DemoSeed.Folder, "pictures");

    /// <summary>The name a picture is kept under: that of the drawing in its full size.</summary>
    public static string HashOf(string key) => Pictures.Pictures.HashOf(File.ReadAllBytes(PathOf(key, PictureLimits.Widest)));

    public async Task KeepAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("pasar-kim-");
        try
        {
            var ready = new List<(PictureName, string)>();
            foreach (var key in keys)
            {
                var hash = HashOf(key);
                foreach (var width in PictureLimits.Widths)
                {
                    var name = PictureName.Of(hash, width);
                    var file = Path.Combine(folder.FullName, name.ToString());
                    await File.WriteAllBytesAsync(file, BareWebP.Of(await File.ReadAllBytesAsync(PathOf(key, width), ct)), ct);
                    ready.Add((name, file));
                }
            }

            await media.KeepAsync(ready, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A drawing is as wide as the widest rendition, and is that rendition.</summary>
    private static string PathOf(string key, int width) =>
        Path.Combine(Folder, width == PictureLimits.Widest ? $"{key}.webp" : $"{key}-{width}.webp");
}
