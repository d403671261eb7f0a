namespace Kim.Market.Web.Features.Shared;

/// <summary>One thing worth doing this week: what is the case, what follows, and where to do it if a page can.</summary>
public sealed record WeekItem(string Title, string Text, string? Action, string? Href);
