using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Contests;

/// <summary>Everything that can happen to a contest. The type names are stored: rename one and history is lost.</summary>
public abstract record ContestEvent
{
    private protected ContestEvent() { }
}

/// <param name="Region">Of the office: whose KIM can enter.</param>
public sealed record ContestAnnounced(Id<Contest> Contest, Id<Office> Office, RegionCode Region, ContestTerms Terms, DateTimeOffset At) : ContestEvent;

/// <summary>Before its first day.</summary>
public sealed record ContestRewritten(ContestTerms Terms, DateTimeOffset At) : ContestEvent;

/// <param name="Reason">For everybody to read.</param>
public sealed record ContestCalledOff(string Reason, DateTimeOffset At) : ContestEvent;

/// <summary>A KIM enters, or says anew with what.</summary>
/// <param name="Address">A page of this site, from its first slash.</param>
public sealed record ContestEntered(Id<Group> Group, string Title, string Text, string Address, DateTimeOffset At) : ContestEvent;

public sealed record ContestEntryWithdrawn(Id<Group> Group, DateTimeOffset At) : ContestEvent;

/// <param name="Judge">An officer; replaces what the same one gave before.</param>
/// <param name="Scores">From 0 to 100, for each criterion in its order.</param>
public sealed record ContestEntryScored(Id<Group> Group, Id<Member> Judge, int[] Scores, DateTimeOffset At) : ContestEvent;

/// <summary>What the judges found, for ever: never computed anew.</summary>
public sealed record ContestDecided(ContestPlace[] Table, DateTimeOffset At) : ContestEvent;

/// <summary>One entry in the order of its points.</summary>
/// <param name="Points">The mean of each criterion, to one decimal.</param>
/// <param name="Total">By weight, of a hundred, to one decimal.</param>
/// <param name="Place">The same total is the same place.</param>
public sealed record ContestPlace(Id<Group> Group, string Title, decimal[] Points, decimal Total, int Place);
