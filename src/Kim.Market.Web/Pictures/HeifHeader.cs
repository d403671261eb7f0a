using System.Buffers.Binary;

namespace Kim.Market.Web.Pictures;

/// <summary>Finds the size of a HEIC or AVIF: the largest picture its directory names, since tiles and previews are named there too.</summary>
internal static class HeifHeader
{
    private const int MostBoxes = 32;
    private const int LargestDirectory = 1024 * 1024;

    public static PictureHeader? Read(Stream file)
    {
        file.Position = 0;
        Span<byte> box = stackalloc byte[12];
        for (var i = 0; i < MostBoxes && file.ReadAtLeast(box, box.Length, throwOnEndOfStream: false) == box.Length; i++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(box);
            var type = box[4..8];
            if (type.SequenceEqual("ftyp"u8) && !IsPicture(box[8..]))
            {
                return null; // a film, most likely
            }

            if (type.SequenceEqual("meta"u8))
            {
                return length is > 12 and <= LargestDirectory ? Largest(file, (int)length - box.Length) : null;
            }

            if (length < box.Length)
            {
                return null;
            }

            file.Position += length - box.Length;
        }

        return null;
    }

    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("avif"u8);

    private static PictureHeader? Largest(Stream file, int length)
    {
        var directory = new byte[length];
        ReadOnlySpan<byte> rest = directory.AsSpan(0, file.ReadAtLeast(directory, length, throwOnEndOfStream: false));
        PictureHeader? largest = null;
        for (var at = rest.IndexOf("ispe"u8); at >= 0 && rest.Length >= at + 16; at = rest.IndexOf("ispe"u8))
        {
            var size = new PictureHeader(
                BinaryPrimitives.ReadInt32BigEndian(rest[(at + 8)..]), BinaryPrimitives.ReadInt32BigEndian(rest[(at + 12)..]));
            if (largest is null || !size.Fits || (long)size.Width * size.Height > (long)largest.Value.Width * largest.Value.Height)
            {
                largest = size;
            }

            if (!size.Fits)
            {
                break;
            }

            rest = rest[(at + 16)..];
        }

        return largest;
    }
}
