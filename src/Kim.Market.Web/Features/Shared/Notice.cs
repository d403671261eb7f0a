namespace Kim.Market.Web.Features.Shared;

/// <summary>A message in the flow of a page: what is the case, what follows, one way out.</summary>
/// <param name="Tone"><c>good</c>, <c>warn</c>, <c>bad</c> or null.</param>
public sealed record Notice(string? Tone, string Title, string? Text = null)
{
    public string? LinkText { get; init; }

    public string? Href { get; init; }

    /// <summary>The icon; the tone brings its own.</summary>
    public string Icon { get; init; } = Tone switch
    {
        "good" => "check",
        "warn" or "bad" => "alert",
        _ => "info",
    };
}
