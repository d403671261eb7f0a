using System.Text.RegularExpressions;

namespace Kim.Market.Web.Pictures;

/// <summary>Where each picture lies in a store, whichever store that is: <c>ab/abcdef…-320.webp</c>, and what was sent itself as <c>asal/ab/abcdef…</c>.</summary>
internal static partial class MediaKeys
{
    public const string Originals = "asal/";

    public static string Of(PictureName name) => $"{name.Hash[..2]}/{name}";

    /// <summary>Null for what is no name of a picture: it may come from a form.</summary>
    public static string? OfOriginal(string hash) => Hash().IsMatch(hash) ? $"{Originals}{hash[..2]}/{hash}" : null;

    /// <summary>The hash at the end of a key; null for what somebody else put there.</summary>
    public static string? HashOf(string key) => key[(key.LastIndexOf('/') + 1)..] is var hash && Hash().IsMatch(hash) ? hash : null;

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
