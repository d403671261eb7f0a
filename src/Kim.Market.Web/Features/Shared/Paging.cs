namespace Kim.Market.Web.Features.Shared;

/// <summary>The ways to the neighbouring pages of a list; null where there is none.</summary>
public sealed record Paging(string? Previous, string? Next)
{
    /// <summary>What is paged, where a page has several lists: two landmarks of one name cannot be told apart (WCAG 2.4.6).</summary>
    public string? Of { get; init; }
}
