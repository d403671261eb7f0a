namespace Kim.Market.Web.Features.Shared;

/// <summary>The way to the same page in the other language.</summary>
public sealed record LanguageLink(string Href, bool IsShort);
