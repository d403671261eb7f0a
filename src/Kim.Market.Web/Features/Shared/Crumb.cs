namespace Kim.Market.Web.Features.Shared;

/// <summary>One step of the way from home to this page; the last one, where we are, has no address.</summary>
public sealed record Crumb(string Name, string? Href = null);
