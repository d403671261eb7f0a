namespace Kim.Market.Web.Features.Rooms;

/// <summary>A link that was just made, shown once to whoever made it.</summary>
/// <param name="Path">With its key, from the site's root.</param>
/// <param name="ForWhom">What to say above it.</param>
public sealed record OneTimeLink(string Path, string ForWhom)
{
    private const char Between = '|';

    /// <summary>As the page before hands it to the page that shows it.</summary>
    public string Packed => $"{Path}{Between}{ForWhom}";

    public static OneTimeLink? Unpack(string? packed) => packed?.Split(Between, 2) is [var path, var whom] ? new(path, whom) : null;
}
