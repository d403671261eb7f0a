namespace Kim.Market.Web.Caching;

/// <summary>Says that a page is the same for everyone who asks for the same address.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachedPageAttribute : Attribute
{
    /// <summary>The query parameters that make it another page. With any other parameter it is not kept.</summary>
    public string[] VaryBy { get; init; } = [];

    /// <summary>How long it may be kept even if no event drops it.</summary>
    public int Seconds { get; init; } = 300;
}
