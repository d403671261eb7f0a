namespace Kim.Market.Web.Features.Shared;

public enum TimelineState
{
    Past,
    Now,
    Next,
}

/// <summary>One thing that happened, is happening or comes next.</summary>
/// <param name="When">As people read it.</param>
/// <param name="At">The same moment for machines.</param>
public sealed record TimelineItem(
    string Title,
    TimelineState State = TimelineState.Past,
    string? When = null,
    DateTimeOffset? At = null)
{
    /// <summary>Who said or did it, or what follows.</summary>
    public string? Note { get; init; }

    public string? StateName => State switch
    {
        TimelineState.Now => "now",
        TimelineState.Next => "next",
        _ => null,
    };
}
