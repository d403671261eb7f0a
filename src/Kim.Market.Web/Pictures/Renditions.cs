using System.Globalization;

namespace Kim.Market.Web.Pictures;

/// <summary>Makes the renditions of one picture: upright, in the colours of the web, and with nothing in them but the picture.</summary>
internal static class Renditions
{
    // from good to still good enough: the next one is only tried when a rendition is too heavy
    private static readonly int[] Qualities = [78, 62, 46, 30];

    /// <exception cref="PictureRefusedException">It cannot be decoded.</exception>
    public static async Task<IReadOnlyList<(PictureName Name, string File)>> MakeAsync(
        Sandbox sandbox, string upload, string hash, CancellationToken ct)
    {
        // the only step that reads the stranger's file; "strip" takes away who took it where, which libvips' WebP writer
        // would keep in spite of it, while its TIFF writer does not
        var master = await sandbox.RunAsync(
            withModules: IsOfPhone(sandbox, upload), ct, "vips", "thumbnail", upload, "master.tif[strip]", Text(PictureLimits.Widest), "--height", Tallest(PictureLimits.Widest),
            "--size", "down", "--fail-on", "error", "--export-profile", "srgb");
        if (master is null)
        {
            throw new PictureRefusedException(PictureRefusals.Unreadable);
        }

        var made = new List<(PictureName, string)>();
        foreach (var width in PictureLimits.Widths)
        {
            made.Add((PictureName.Of(hash, width), await MakeAsync(sandbox, width, ct)));
        }

        return made;
    }

    /// <summary>HEIC and AVIF are read by a module of libvips, all other formats by itself.</summary>
    private static bool IsOfPhone(Sandbox sandbox, string upload)
    {
        using var file = File.OpenRead(sandbox.PathOf(upload));
        var start = new byte[12];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan(4).StartsWith("ftyp"u8);
    }

    private static async Task<string> MakeAsync(Sandbox sandbox, int width, CancellationToken ct)
    {
        var file = Text(width) + ".webp";
        foreach (var quality in Qualities)
        {
            var done = await sandbox.RunAsync(
                ct, "vips", "thumbnail", "master.tif", $"{file}[Q={Text(quality)},strip]", Text(width), "--height", Tallest(width), "--size", "down");
            if (done is null)
            {
                throw new IOException("A clean master could not be made smaller: is there room on the disk?");
            }

            if (new FileInfo(sandbox.PathOf(file)).Length <= PictureLimits.BytesOf(width))
            {
                break;
            }
        }

        await File.WriteAllBytesAsync(sandbox.PathOf(file), BareWebP.Of(await File.ReadAllBytesAsync(sandbox.PathOf(file), ct)), ct);
        return sandbox.PathOf(file);
    }

    /// <summary>Screenshots of whole pages are endless; a photograph never is more than twice as tall as wide.</summary>
    private static string Tallest(int width) => Text(width * 2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
