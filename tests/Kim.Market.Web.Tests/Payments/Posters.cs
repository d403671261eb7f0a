using System.Diagnostics;
using System.Text;
using Kim.Market.Domain.Payments;
using QRCoder;

namespace Kim.Market.Web.Tests.Payments;

/// <summary>Payment codes as they hang at stalls, and photos of them.</summary>
internal static class Posters
{
    /// <summary>A synthetic code: no bank knows its merchant.</summary>
    public const string Stall = "00020101021126680016ID.CO.CONTOH.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI5204549953033605802ID5916LAPAK KIM CONTOH6015KUTAI KARTANEGA6105755116304CF0D";

    /// <summary>The same with something else in it, and a check sum that agrees.</summary>
    public static string With(string was, string becomes)
    {
        var fields = Stall[..^4].Replace(was, becomes, StringComparison.Ordinal);
        return fields + Crc16.Of(fields);
    }

    /// <summary>A photo of a printed code: not filling it, on a table that is not white, taken a little askew.</summary>
    public static async Task<byte[]> PhotoAsync(string text)
    {
        const int module = 8;
        const int margin = 120;
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = (code.ModuleMatrix.Count * module) + (2 * margin);
        var pixels = new byte[size * size];
        for (var at = 0; at < pixels.Length; at++)
        {
            var (x, y) = ((at % size) - margin, (at / size) - margin);
            var isPaper = x >= 0 && y >= 0 && x < size - (2 * margin) && y < size - (2 * margin);
            pixels[at] = (byte)(!isPaper ? 120 + (at % 13) : code.ModuleMatrix[y / module][x / module] ? 30 : 225);
        }

        var folder = Directory.CreateTempSubdirectory("kim-poster-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "flat.pgm"), [.. Encoding.ASCII.GetBytes($"P5\n{size} {size}\n255\n"), .. pixels]);
            using var vips = Process.Start(new ProcessStartInfo("vips", ["rotate", "flat.pgm", "photo.jpg", "7"]) { WorkingDirectory = folder })!;
            await vips.WaitForExitAsync();
            Assert.Equal(0, vips.ExitCode);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "photo.jpg"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
