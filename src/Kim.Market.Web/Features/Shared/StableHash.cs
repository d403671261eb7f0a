namespace Kim.Market.Web.Features.Shared;

/// <summary>Picks one of a few, always the same for the same text, on every node and after every start.</summary>
internal static class StableHash
{
    public static int Of(ReadOnlySpan<char> text, int choices)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)(hash % (uint)choices);
    }
}
