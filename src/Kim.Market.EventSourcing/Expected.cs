namespace Kim.Market.EventSourcing;

/// <summary>What an append may expect of its stream, besides the version it has loaded.</summary>
public static class Expected
{
    /// <summary>The stream does not exist yet.</summary>
    public const long New = 0;

    /// <summary>Whatever happened before is all right; never conflicts.</summary>
    public const long Any = -1;
}
