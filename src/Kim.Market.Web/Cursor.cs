using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Kim.Market.Web;

/// <summary>
/// Where a page of a list ended, as opaque text for an address: a rank and the id that tells equals apart. Reading is
/// strict: whatever was not written here is no cursor.
/// </summary>
public static class Cursor
{
    private const int IdLength = 16;
    private const int RankLength = sizeof(long);
    private const int LongestName = 400;

    public static string Of(long rank, Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdLength + RankLength];
        id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[IdLength..], rank);
        return Base64Url.EncodeToString(bytes);
    }

    public static string Of(DateTime moment, Guid id) => Of(moment.Ticks, id);

    public static string Of(string name, Guid id) => Base64Url.EncodeToString([.. id.ToByteArray(), .. Encoding.UTF8.GetBytes(name)]);

    public static bool TryRead(string? text, out long rank, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdLength + RankLength];
        var isWhole = TryDecode(text, bytes, out var length) && length == bytes.Length;
        rank = isWhole ? BinaryPrimitives.ReadInt64BigEndian(bytes[IdLength..]) : 0;
        id = isWhole ? new(bytes[..IdLength]) : Guid.Empty;
        return isWhole;
    }

    public static bool TryRead(string? text, out DateTime moment, out Guid id)
    {
        var isMoment = TryRead(text, out long ticks, out id) && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        moment = isMoment ? new(ticks, DateTimeKind.Utc) : default;
        return isMoment;
    }

    public static bool TryRead(string? text, out string name, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdLength + LongestName];
        (name, id) = ("", Guid.Empty);
        if (!TryDecode(text, bytes, out var length) || length <= IdLength || bytes[IdLength..length].Contains((byte)0))
        {
            return false;
        }

        (name, id) = (Encoding.UTF8.GetString(bytes[IdLength..length]), new(bytes[..IdLength]));
        return true;
    }

    private static bool TryDecode(string? text, Span<byte> bytes, out int length)
    {
        length = 0;
        return text is not null
            && Base64Url.DecodeFromChars(text, bytes, out var read, out length) == OperationStatus.Done
            && read == text.Length
            && Base64Url.GetEncodedLength(length) == text.Length;
    }
}
