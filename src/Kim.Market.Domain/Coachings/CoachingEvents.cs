using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Coachings;

/// <summary>Everything that can happen to what an office does to coach. The type names are stored: rename one and history is lost.</summary>
public abstract record CoachingEvent
{
    private protected CoachingEvent() { }
}

/// <param name="Region">Of the office: whose KIM it can invite.</param>
public sealed record CoachingPlanned(Id<Coaching> Coaching, Id<Office> Office, RegionCode Region, CoachingPlan Plan, DateTimeOffset At) : CoachingEvent;

/// <summary>What it is about, and not when or where.</summary>
public sealed record CoachingChanged(CoachingPlan Plan, DateTimeOffset At) : CoachingEvent;

/// <summary>Another day, another hour or another place.</summary>
/// <param name="Reason">For everybody to read.</param>
public sealed record CoachingMoved(CoachingPlan Plan, string Reason, DateTimeOffset At) : CoachingEvent;

/// <summary>KIM that were not invited before.</summary>
public sealed record CoachingGroupsInvited(Id<Group>[] Groups, DateTimeOffset At) : CoachingEvent;

/// <summary>A KIM says with how many people it comes.</summary>
/// <param name="People">None: it cannot come.</param>
public sealed record CoachingInvitationAnswered(Id<Group> Group, int People, DateTimeOffset At) : CoachingEvent;

/// <summary>What participants take home, as text and addresses.</summary>
public sealed record CoachingMaterialsGiven(string Materials, DateTimeOffset At) : CoachingEvent;

/// <param name="Reason">For everybody to read.</param>
public sealed record CoachingCancelled(string Reason, DateTimeOffset At) : CoachingEvent;

/// <summary>It took place.</summary>
public sealed record CoachingHeld(DateTimeOffset At) : CoachingEvent;
