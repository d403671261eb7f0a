namespace Kim.Market.Web.Features.Shared;

/// <summary>The ways to the neighbouring pages of a list; null where there is none.</summary>
public sealed record Paging(string? Previous, string? Next);
