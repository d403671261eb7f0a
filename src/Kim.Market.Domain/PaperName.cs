namespace Kim.Market.Domain;

/// <summary>Names a paper by what it says: who issues the same once more issues the same paper.</summary>
internal static class PaperName
{
    /// <param name="print">SHA-256 of all that it says.</param>
    public static (Guid Id, PaperCode Code, string Fingerprint) Of(char kind, byte[] print) =>
        (NamedId.Of(print), PaperCode.Of(kind, print.AsSpan(16)), Convert.ToHexStringLower(print));
}
