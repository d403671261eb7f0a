using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Groups;

/// <summary>Everything that can happen to a KIM. The type names are stored: rename one and history is lost.</summary>
public abstract record GroupEvent
{
    private protected GroupEvent() { }
}

public sealed record GroupProposed(
    Id<Group> Group, string Name, string Slug, RegionCode Seat, GroupBasis Basis, string[] Themes, string About,
    DateTimeOffset At) : GroupEvent;

public sealed record GroupVerified(DateTimeOffset At) : GroupEvent;

public sealed record GroupActivated(DateTimeOffset At) : GroupEvent;

public sealed record GroupDeclaredDormant(DormancyReason Reason, DateTimeOffset At) : GroupEvent;

public sealed record GroupReactivated(DateTimeOffset At) : GroupEvent;

/// <summary>Why a KIM rests, or works again, in somebody's words; beside the event that says so.</summary>
/// <param name="Evidence">The document behind it, by the name of its content; it is not public.</param>
public sealed record GroupStateExplained(string Note, string? Evidence, DateTimeOffset At) : GroupEvent;

public sealed record GroupManagerAppointed(Id<Member> Member, GroupRole Role, DateTimeOffset At) : GroupEvent;

/// <summary>Somebody no longer does this for the KIM: they left, or were let go.</summary>
public sealed record GroupManagerReleased(Id<Member> Member, GroupRole Role, DateTimeOffset At) : GroupEvent;

/// <summary>The chair has passed to another member of the board; who gave it keeps any other role.</summary>
public sealed record GroupHandedOver(Id<Member> From, Id<Member> To, DateTimeOffset At) : GroupEvent;

/// <summary>An officer has not taken the KIM into the register.</summary>
public sealed record GroupRejected(RejectionCause Cause, string Note, DateTimeOffset At) : GroupEvent;

/// <param name="Evidence">The document behind it, by the name of its content; it is not public.</param>
public sealed record GroupSuspended(SuspensionReason Reason, string Note, string? Evidence, DateTimeOffset At) : GroupEvent;

public sealed record GroupSuspensionLifted(string Note, DateTimeOffset At) : GroupEvent;

/// <param name="Evidence">The document behind it, by the name of its content; it is not public.</param>
public sealed record GroupDissolved(string Note, string? Evidence, DateTimeOffset At) : GroupEvent;

/// <summary>It had come in with a list that was taken back before anybody did something with it.</summary>
public sealed record GroupWithdrawn(DateTimeOffset At) : GroupEvent;

public sealed record GroupDescribed(GroupProfile Profile, DateTimeOffset At) : GroupEvent;

/// <summary>Somebody is on the board as its decree has it; the seat is an id, the name lies in the vault.</summary>
public sealed record GroupSeatTaken(Guid Seat, BoardPost Post, DateOnly? From, DateOnly? Until, DateTimeOffset At) : GroupEvent;

public sealed record GroupSeatLeft(Guid Seat, DateTimeOffset At) : GroupEvent;

/// <summary>Of its founding only the year is known; null takes it back.</summary>
public sealed record GroupFoundingYearRecorded(int? Year, DateTimeOffset At) : GroupEvent;

public sealed record GroupNationalIdRecorded(string Number, DateTimeOffset At) : GroupEvent;

/// <summary>The KIM has become quiet, has fallen still, or acts again: what the clock made of its last act.</summary>
public sealed record GroupPulseChanged(GroupPulse Pulse, DateTimeOffset? LastAct, DateTimeOffset At) : GroupEvent;

/// <summary>How the KIM shows itself: colour, order of its page, featured goods, hours and channels, all as they now are.</summary>
public sealed record GroupStorefrontArranged(Storefront Storefront, DateTimeOffset At) : GroupEvent;

public sealed record GroupAnnounced(string Text, DateTimeOffset Until, DateTimeOffset At) : GroupEvent;

/// <summary>Taken back before its time; what ends by itself is no event.</summary>
public sealed record GroupAnnouncementEnded(DateTimeOffset At) : GroupEvent;

public sealed record GroupCoverHung(Photo Cover, DateTimeOffset At) : GroupEvent;

public sealed record GroupCoverTakenDown(DateTimeOffset At) : GroupEvent;
