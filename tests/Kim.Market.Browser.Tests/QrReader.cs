using System.Diagnostics;

namespace Kim.Market.Browser.Tests;

/// <summary>Reads a QR code off a picture as a telephone's camera would.</summary>
internal static class QrReader
{
    /// <returns>What the code says; empty where none is found.</returns>
    public static async Task<string> ReadAsync(byte[] picture)
    {
        var file = Path.Combine(Path.GetTempPath(), $"kim-qr-{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(file, picture);
        try
        {
            using var zbar = Process.Start(new ProcessStartInfo("zbarimg", ["-q", "--raw", file]) { RedirectStandardOutput = true })!;
            var said = await zbar.StandardOutput.ReadToEndAsync();
            await zbar.WaitForExitAsync();
            return said.Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
