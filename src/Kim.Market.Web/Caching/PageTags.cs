namespace Kim.Market.Web.Caching;

/// <summary>What the page being rendered depends on. When one of it changes, the kept page is dropped.</summary>
public sealed class PageTags
{
    private readonly HashSet<PageTag> _tags = [];

    internal IReadOnlyCollection<PageTag> All => _tags;

    internal bool MayKeep { get; private set; } = true;

    /// <summary>When something on the page ends by itself; null when nothing does.</summary>
    internal DateTimeOffset? Ends { get; private set; }

    public static PageTags Of(HttpContext context)
    {
        var tags = context.Features.Get<PageTags>();
        if (tags is null)
        {
            context.Features.Set(tags = new());
        }

        return tags;
    }

    public PageTags Add(Guid stream)
    {
        _tags.Add(PageTag.Of(stream));
        return this;
    }

    public PageTags Add(IEnumerable<Guid> streams)
    {
        foreach (var stream in streams)
        {
            _tags.Add(PageTag.Of(stream));
        }

        return this;
    }

    public PageTags Add(string name)
    {
        _tags.Add(PageTag.Of(name));
        return this;
    }

    /// <summary>Something on the page ends by itself at this time: a page kept longer would still show it.</summary>
    public PageTags Until(DateTimeOffset end)
    {
        Ends = Ends < end ? Ends : end;
        return this;
    }

    /// <summary>This answer holds something that belongs to one person: send it, do not keep it.</summary>
    public void DoNotKeep() => MayKeep = false;
}
