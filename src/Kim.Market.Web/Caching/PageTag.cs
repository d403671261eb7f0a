namespace Kim.Market.Web.Caching;

/// <summary>Something a page depends on: one stream of events, or a name such as "catalogue".</summary>
internal readonly record struct PageTag(Guid Stream, string? Name)
{
    public static PageTag Of(Guid stream) => new(stream, null);

    public static PageTag Of(string name) => new(Guid.Empty, name);
}
