namespace Kim.Market.Web.Caching;

/// <summary>Says that a page is the same for everyone who asks for the same address.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachedPageAttribute : Attribute
{
    /// <summary>
    /// The query parameters that make it another page. Any other, such as those that WhatsApp, Facebook and advertisers
    /// add to a shared link, is taken off before the page is rendered.
    /// </summary>
    public string[] VaryBy { get; init; } = [];

    /// <summary>The query parameters that make it something else than a page, such as a file: that is never kept.</summary>
    public string[] Except { get; init; } = [];

    /// <summary>How long it may be kept even if no event drops it.</summary>
    public int Seconds { get; init; } = 300;
}
