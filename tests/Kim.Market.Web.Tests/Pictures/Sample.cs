using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>Files as people send them in, made afresh for each test.</summary>
internal static class Sample
{
    private const int East = 117;

    /// <summary>A noisy picture in any format that libvips writes.</summary>
    public static async Task<byte[]> OfAsync(string format, int width, int height)
    {
        var folder = Directory.CreateTempSubdirectory("kim-sample-").FullName;
        try
        {
            var noise = new byte[width * height * 3];
            new Random(width).NextBytes(noise);
            var header = Encoding.ASCII.GetBytes($"P6\n{width} {height}\n255\n");
            await File.WriteAllBytesAsync(Path.Combine(folder, "noise.ppm"), [.. header, .. noise]);
            using var vips = Process.Start(new ProcessStartInfo("vips", ["copy", "noise.ppm", $"sample.{format}"]) { WorkingDirectory = folder })!;
            await vips.WaitForExitAsync();
            Assert.Equal(0, vips.ExitCode);
            return await File.ReadAllBytesAsync(Path.Combine(folder, $"sample.{format}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A picture of the demo, as large as a telephone of twelve megapixels would have taken it.</summary>
    public static async Task<byte[]> TwelveMegapixelsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kim-sample-").FullName;
        try
        {
            var picture = Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-toples.webp");
            var (upright, lying) = (Path.Combine(folder, "upright.jpg"), Path.Combine(folder, "photo.jpg"));
            await VipsAsync("thumbnail", picture, upright, "3000", "--height", "4000", "--size", "force");
            await VipsAsync("rot", upright, lying, "d270");
            return TakenBySomebodySomewhere(await File.ReadAllBytesAsync(Path.Combine(folder, "photo.jpg")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task VipsAsync(params string[] command)
    {
        using var vips = Process.Start("vips", command);
        await vips.WaitForExitAsync();
        Assert.Equal(0, vips.ExitCode);
    }

    /// <summary>The same JPEG as a telephone held upright writes it: lying on its side, and with the place where it was taken.</summary>
    public static byte[] TakenBySomebodySomewhere(byte[] jpeg)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff()];
        var segment = new byte[4];
        (segment[0], segment[1]) = (0xFF, 0xE1);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(exif.Length + 2));
        return [.. jpeg[..2], .. segment, .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG header that promises a size, and nothing after it.</summary>
    public static byte[] EmptyPng(int width, int height)
    {
        var header = new byte[33];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52 }.CopyTo(header, 0);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), height);
        (header[24], header[25]) = (8, 2);
        return header;
    }

    // little-endian TIFF: artist, orientation 6 (turn right), and a GPS directory with 117° east
    private static byte[] Tiff()
    {
        var tiff = new byte[128];
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(8), 3);
        Entry(tiff, 10, 0x0112, type: 3, count: 1, value: 6);
        Entry(tiff, 22, 0x013B, type: 2, count: 12, value: 100);
        Entry(tiff, 34, 0x8825, type: 4, count: 1, value: 50);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(50), 2);
        Entry(tiff, 52, 0x0003, type: 2, count: 2, value: 'E');
        Entry(tiff, 64, 0x0004, type: 5, count: 1, value: 80);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(80), East);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(84), 1);
        Encoding.ASCII.GetBytes("Bu Contoh 01").CopyTo(tiff, 100);
        return tiff;
    }

    private static void Entry(byte[] tiff, int at, ushort tag, short type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), tag);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(at + 2), type);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 4), count);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 8), value);
    }
}
