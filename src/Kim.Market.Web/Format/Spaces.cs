namespace Kim.Market.Web.Format;

internal static class Spaces
{
    /// <summary>Keeps a number and its unit on one line.</summary>
    public const char NoBreak = '\u00A0';
}
