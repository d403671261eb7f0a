using System.Buffers.Binary;

namespace Kim.Market.Web.Pictures;

/// <summary>Finds the frame of a JPEG, which may lie behind megabytes of a camera's remarks.</summary>
internal static class JpegHeader
{
    private const int MostSegments = 500;

    public static PictureHeader? Read(Stream file)
    {
        file.Position = 2;
        Span<byte> segment = stackalloc byte[9];
        for (var i = 0; i < MostSegments && file.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) == segment.Length; i++)
        {
            var (marker, length) = (segment[1], BinaryPrimitives.ReadUInt16BigEndian(segment[2..]));
            if (segment[0] != 0xFF || length < 2)
            {
                return null;
            }

            if (IsFrame(marker))
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            }

            // a marker may be padded with any number of FF
            file.Position += (marker == 0xFF ? 1 : 2 + length) - segment.Length;
        }

        return null;
    }

    /// <summary>C0 to CF begin a frame, but for the three that hold tables.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
