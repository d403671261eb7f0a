using System.Globalization;

namespace Kim.Market.Web.Pictures;

/// <summary>Makes the renditions of one picture: upright, in the colours of the web, and with nothing in them but the picture.</summary>
internal static class Renditions
{
    // from good to still good enough: the next one is only tried when a rendition is too heavy
    private static readonly int[] Qualities = [78, 62, 46, 30, 12, 1];

    // of 0 to 6: the usual 4 takes half as long again, for a file a twentieth smaller
    private const int Effort = 2;

    /// <exception cref="PictureRefusedException">It cannot be decoded.</exception>
    public static async Task<IReadOnlyList<(PictureName Name, string File)>> MakeAsync(
        Sandbox sandbox, string upload, string hash, CancellationToken ct)
    {
        // Each rendition is made from the next wider one, so the stranger's file is read once. libvips' WebP writer keeps
        // who took the picture where, in spite of "strip": that is cut out afterwards, before anything is made from it.
        var made = new List<(PictureName, string)>();
        var source = upload;
        foreach (var width in PictureLimits.Widths.OrderDescending())
        {
            var (webP, jpeg) = (PictureName.Of(hash, width), PictureName.Of(hash, width, PictureFormat.Jpeg));
            source = await MakeAsync(sandbox, source, webP, isStrange: made.Count == 0, ct);
            await File.WriteAllBytesAsync(
                sandbox.PathOf(source), BareWebP.Of(await File.ReadAllBytesAsync(sandbox.PathOf(source), ct)), ct);
            made.InsertRange(0,
            [
                (jpeg, sandbox.PathOf(await MakeAsync(sandbox, source, jpeg, isStrange: false, ct))), (webP, sandbox.PathOf(source)),
            ]);
        }

        return made;
    }

    /// <summary>HEIC and AVIF are read by a module of libvips, all other formats by itself.</summary>
    public static bool IsOfPhone(Sandbox sandbox, string upload)
    {
        using var file = File.OpenRead(sandbox.PathOf(upload));
        var start = new byte[12];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan(4).StartsWith("ftyp"u8);
    }

    private static async Task<string> MakeAsync(Sandbox sandbox, string source, PictureName name, bool isStrange, CancellationToken ct)
    {
        var (file, width) = (name.ToString(), Text(name.Width));
        foreach (var quality in Qualities)
        {
            var done = await sandbox.RunAsync(
                withModules: isStrange && IsOfPhone(sandbox, source), ct, "vips", "thumbnail", source,
                $"{file}[Q={Text(quality)},{Options(name.Format)},strip]", width, "--height", Tallest(name.Width), "--size", "down",
                "--fail-on", "error", "--export-profile", "srgb");
            if (done is null)
            {
                throw isStrange
                    ? new PictureRefusedException(PictureRefusals.Unreadable)
                    : new IOException("A clean picture could not be made smaller: is there room on the disk?");
            }

            if (new FileInfo(sandbox.PathOf(file)).Length <= PictureLimits.BytesOf(name.Width))
            {
                break;
            }
        }

        return file;
    }

    /// <summary>JPEG knows no transparency: what shines through is white, like the page.</summary>
    private static string Options(PictureFormat format) => format == PictureFormat.WebP
        ? $"effort={Text(Effort)}"
        : "optimize_coding,background=255";

    /// <summary>Screenshots of whole pages are endless; a photograph never is more than twice as tall as wide.</summary>
    private static string Tallest(int width) => Text(width * 2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
