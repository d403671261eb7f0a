namespace Kim.Market.Web.Features.Shared;

/// <summary>Nothing here yet: one sentence and the one thing to do about it.</summary>
public sealed record EmptyState(string Title, string Text, string? Action = null, string? Href = null);
