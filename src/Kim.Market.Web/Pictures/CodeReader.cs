using System.Globalization;

namespace Kim.Market.Web.Pictures;

/// <summary>Finds the QR codes in a picture: upright and smaller first, then zbar looks at it, both as limited children.</summary>
internal static class CodeReader
{
    // one size for a code at the far end of a photo, one for a code that fills it and is blurred
    private static readonly int[] Widths = [1600, 720];

    /// <returns>What the codes hold, one each; empty when there is none.</returns>
    /// <exception cref="PictureRefusedException">It cannot be decoded.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(Sandbox sandbox, string upload, CancellationToken ct)
    {
        foreach (var width in Widths)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"code-{width}.png");
            var drawn = await sandbox.RunAsync(
                withModules: Renditions.IsOfPhone(sandbox, upload), ct, "vips", "thumbnail", upload, $"{file}[compression=1,strip]", Text(width),
                "--height", Text(width * 2), "--size", "down", "--fail-on", "error", "--export-profile", "srgb");
            if (drawn is null)
            {
                throw new PictureRefusedException(PictureRefusals.Unreadable);
            }

            // it fails where it finds nothing
            if (await sandbox.RunAsync(ct, "zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", file) is { } found)
            {
                return found.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return [];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
