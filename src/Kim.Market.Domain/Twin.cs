namespace Kim.Market.Domain;

/// <summary>The id of a stream that belongs to another one and can be told from it, and the way back.</summary>
internal static class Twin
{
    /// <summary>Its own inverse, so that either id leads to the other without a table; only the last, random bytes change.</summary>
    /// <param name="mark">Which twin: asking twice with the same mark leads back.</param>
    public static Guid Of(Guid id, byte mark)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        for (var i = 10; i < 16; i++)
        {
            bytes[i] ^= mark;
        }

        return new(bytes);
    }
}
