namespace Kim.Market.Web.Features.Errors;

/// <summary>What was asked for when an error page is shown instead.</summary>
internal sealed record FailedRequest(string Path);
