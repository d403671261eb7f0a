using System.Buffers.Binary;

namespace Kim.Market.Web.Pictures;

/// <summary>A WebP file with nothing in it but the picture: every other part is left out, whatever wrote it.</summary>
internal static class BareWebP
{
    private const int Start = 12;
    private const byte HasAlpha = 0x10;

    /// <exception cref="InvalidDataException">It is no WebP file.</exception>
    public static byte[] Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < Start || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8))
        {
            throw new InvalidDataException("This is not a WebP file.");
        }

        var bare = new List<byte>(file.Length);
        bare.AddRange(file[..Start]);
        for (var rest = file[Start..]; rest.Length >= 8;)
        {
            var length = Math.Min(rest.Length, PartLength(rest));
            if (IsPicture(rest))
            {
                bare.AddRange(rest[..length]);
                if (rest.StartsWith("VP8X"u8))
                {
                    bare[^(length - 8)] &= HasAlpha; // the flags no longer announce what was left out
                }
            }

            rest = rest[length..];
        }

        var bytes = bare.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    /// <summary>With its head of eight bytes, and filled up to an even number.</summary>
    private static int PartLength(ReadOnlySpan<byte> part) =>
        (int)Math.Min(int.MaxValue, 8 + (((long)BinaryPrimitives.ReadUInt32LittleEndian(part[4..]) + 1) & ~1L));

    private static bool IsPicture(ReadOnlySpan<byte> part) =>
        part.StartsWith("VP8 "u8) || part.StartsWith("VP8L"u8) || part.StartsWith("VP8X"u8) || part.StartsWith("ALPH"u8);
}
