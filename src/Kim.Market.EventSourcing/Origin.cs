namespace Kim.Market.EventSourcing;

/// <summary>From where a commit came. Part of every event's headers, so that it can be asked of any of them later.</summary>
/// <param name="Via">The part of the program: the route and the button of a page, or the name of a worker. Never anything that was typed.</param>
/// <param name="Device">What kind of browser on what kind of machine, where somebody was signed in.</param>
public sealed record Origin(string Via, string? Device = null);

/// <summary>Tells the store from where the commit comes that is being written now.</summary>
public interface IOrigins
{
    Origin? Current { get; }
}
