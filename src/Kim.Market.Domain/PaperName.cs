namespace Kim.Market.Domain;

/// <summary>Names a paper by what it says: who issues the same once more issues the same paper.</summary>
internal static class PaperName
{
    /// <param name="print">SHA-256 of all that it says.</param>
    public static (Guid Id, PaperCode Code, string Fingerprint) Of(char kind, byte[] print)
    {
        Span<byte> id = [.. print[..16]];
        id[6] = (byte)((id[6] & 0x0f) | 0x80); // version 8 of RFC 9562: made by rules of one's own
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return (new(id, bigEndian: true), PaperCode.Of(kind, print.AsSpan(16)), Convert.ToHexStringLower(print));
    }
}
