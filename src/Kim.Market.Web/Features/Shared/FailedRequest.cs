namespace Kim.Market.Web.Features.Shared;

/// <summary>What was asked for when an error page is shown instead.</summary>
internal sealed record FailedRequest(int Status, PathString Path, QueryString Query);
