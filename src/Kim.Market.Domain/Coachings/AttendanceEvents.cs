using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Coachings;

/// <summary>Everything that can happen to what is known of who came. The type names are stored: rename one and history is lost.</summary>
public abstract record AttendanceEvent
{
    private protected AttendanceEvent() { }
}

/// <summary>Somebody came. Their name is nowhere in it.</summary>
/// <param name="Group">The KIM for which they came, or which curates their business.</param>
/// <param name="Business">Null where they came for the KIM itself.</param>
/// <param name="Member">Whoever checked in; null for what an officer wrote down.</param>
/// <param name="Reason">Why it is written down only after it was held; empty for what was not.</param>
/// <param name="At">When they were there.</param>
public sealed record AttendanceRecorded(
    Id<Attendance> Attendance, Id<Coaching> Coaching, Id<Group> Group, Id<Business>? Business, Id<Member>? Member, int People, int? Women, int? Men, string Reason,
    DateTimeOffset At) : AttendanceEvent;

/// <summary>It was another number of people.</summary>
public sealed record AttendanceRecounted(int People, int? Women, int? Men, string Reason, DateTimeOffset At) : AttendanceEvent;

/// <summary>They made a certificate of it. The name on it is in the vault.</summary>
/// <param name="Code">What stands on the paper, to ask by whether it holds.</param>
public sealed record AttendanceCertified(string Code, DateTimeOffset At) : AttendanceEvent;

/// <summary>They said how it was, from 1 to 5 each.</summary>
/// <param name="Clear">Whether it was easy to follow.</param>
/// <param name="Useful">Whether it is of use to their KIM or business.</param>
/// <param name="Usable">Whether they can do it themselves now.</param>
/// <param name="Words">Under which id the vault keeps their sentence; null where they wrote none.</param>
public sealed record AttendanceRated(int Clear, int Useful, int Usable, Guid? Words, DateTimeOffset At) : AttendanceEvent;

/// <summary>They were not there after all: it never counted.</summary>
public sealed record AttendanceStruck(string Reason, DateTimeOffset At) : AttendanceEvent;

/// <summary>They were there after all: it always counted.</summary>
public sealed record AttendanceCountedAgain(string Reason, DateTimeOffset At) : AttendanceEvent;
