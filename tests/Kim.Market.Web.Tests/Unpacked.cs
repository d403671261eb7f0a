using System.IO.Compression;

namespace Kim.Market.Web.Tests;

/// <summary>What a browser makes of a compressed answer.</summary>
internal static class Unpacked
{
    public static byte[] Brotli(byte[] packed)
    {
        using var stream = new MemoryStream(packed);
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        return All(brotli);
    }

    public static byte[] Gzip(byte[] packed)
    {
        using var stream = new MemoryStream(packed);
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        return All(gzip);
    }

    private static byte[] All(Stream stream)
    {
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
