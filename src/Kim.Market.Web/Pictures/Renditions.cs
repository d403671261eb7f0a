using System.Globalization;

namespace Kim.Market.Web.Pictures;

/// <summary>Makes the renditions of one picture: upright, in the colours of the web, and with nothing in them but the picture.</summary>
internal static class Renditions
{
    // from good to still good enough: the next one is only tried when a rendition is too heavy
    private static readonly int[] Qualities = [78, 62, 46, 30, 12];

    // of 0 to 6: the usual 4 takes half as long again, for a file a twentieth smaller
    private const int Effort = 2;

    /// <exception cref="PictureRefusedException">It cannot be decoded.</exception>
    public static async Task<IReadOnlyList<(PictureName Name, string File)>> MakeAsync(
        Sandbox sandbox, string upload, string hash, CancellationToken ct)
    {
        // Each rendition is made from the next wider one, so the stranger's file is read once. libvips' WebP writer keeps
        // who took the picture where, in spite of "strip": that is cut out afterwards.
        var made = new List<(PictureName, string)>();
        var source = upload;
        foreach (var width in PictureLimits.Widths.OrderDescending())
        {
            source = await MakeAsync(sandbox, source, width, isStrange: made.Count == 0, ct);
            made.Insert(0, (PictureName.Of(hash, width), sandbox.PathOf(source)));
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

    private static async Task<string> MakeAsync(Sandbox sandbox, string source, int width, bool isStrange, CancellationToken ct)
    {
        var file = Text(width) + ".webp";
        foreach (var quality in Qualities)
        {
            var done = await sandbox.RunAsync(
                withModules: isStrange && IsOfPhone(sandbox, source), ct, "vips", "thumbnail", source,
                $"{file}[Q={Text(quality)},effort={Text(Effort)},strip]", Text(width), "--height", Tallest(width), "--size", "down",
                "--fail-on", "error", "--export-profile", "srgb");
            if (done is null)
            {
                throw isStrange
                    ? new PictureRefusedException(PictureRefusals.Unreadable)
                    : new IOException("A clean picture could not be made smaller: is there room on the disk?");
            }

            if (new FileInfo(sandbox.PathOf(file)).Length <= PictureLimits.BytesOf(width))
            {
                break;
            }
        }

        await File.WriteAllBytesAsync(sandbox.PathOf(file), BareWebP.Of(await File.ReadAllBytesAsync(sandbox.PathOf(file), ct)), ct);
        return file;
    }

    /// <summary>Screenshots of whole pages are endless; a photograph never is more than twice as tall as wide.</summary>
    private static string Tallest(int width) => Text(width * 2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
