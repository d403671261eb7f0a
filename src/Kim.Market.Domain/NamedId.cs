namespace Kim.Market.Domain;

/// <summary>An id that follows from what it names, so that asking for it twice leads to the same.</summary>
internal static class NamedId
{
    /// <param name="hash">Of what it names; the first sixteen bytes count.</param>
    public static Guid Of(ReadOnlySpan<byte> hash)
    {
        Span<byte> id = [.. hash[..16]];
        id[6] = (byte)((id[6] & 0x0f) | 0x80); // version 8 of RFC 9562: made by rules of one's own
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new(id, bigEndian: true);
    }
}
