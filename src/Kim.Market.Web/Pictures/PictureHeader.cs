using System.Buffers.Binary;

namespace Kim.Market.Web.Pictures;

/// <summary>What a file says of itself in its first bytes. No decoder runs for it, so it costs nothing to ask a stranger's file.</summary>
internal readonly record struct PictureHeader(int Width, int Height)
{
    private const int Enough = 32;

    public bool Fits => Width > 0 && Height > 0 && (long)Width * Height <= PictureLimits.Pixels;

    /// <summary>The size of a JPEG, PNG, WebP, GIF, HEIC or AVIF; null for everything else.</summary>
    public static PictureHeader? Read(Stream file)
    {
        var start = new byte[Enough];
        var length = file.ReadAtLeast(start, Enough, throwOnEndOfStream: false);
        ReadOnlySpan<byte> bytes = start.AsSpan(0, length);
        return bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png(bytes),
            [0xFF, 0xD8, ..] => JpegHeader.Read(file),
            _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => Gif(bytes),
            _ when bytes.StartsWith("RIFF"u8) && Has(bytes, 8, "WEBP"u8) => WebP(bytes),
            _ when Has(bytes, 4, "ftyp"u8) => HeifHeader.Read(file),
            _ => null,
        };
    }

    private static PictureHeader? Png(ReadOnlySpan<byte> bytes) => bytes.Length < 24 ? null
        : new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));

    private static PictureHeader? Gif(ReadOnlySpan<byte> bytes) => bytes.Length < 10 ? null
        : new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));

    private static PictureHeader? WebP(ReadOnlySpan<byte> bytes) => bytes.Length < 30 ? null
        : Has(bytes, 12, "VP8X"u8) ? new(1 + Int24(bytes[24..]), 1 + Int24(bytes[27..]))
        : Has(bytes, 12, "VP8L"u8) ? new(1 + (int)(Packed(bytes) & 0x3FFF), 1 + (int)(Packed(bytes) >> 14 & 0x3FFF))
        : Has(bytes, 12, "VP8 "u8) ? new(Int14(bytes[26..]), Int14(bytes[28..]))
        : null;

    private static uint Packed(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);

    private static int Int14(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) & 0x3FFF;

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    private static bool Has(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> text) =>
        bytes.Length >= at + text.Length && bytes.Slice(at, text.Length).SequenceEqual(text);
}
