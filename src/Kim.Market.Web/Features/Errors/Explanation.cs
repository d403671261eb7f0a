namespace Kim.Market.Web.Features.Errors;

/// <summary>In which form a client can make use of an explanation.</summary>
internal enum Explanation
{
    /// <summary>None: what was asked for is a picture, a script or the like.</summary>
    None,
    Page,
    Json,
}
