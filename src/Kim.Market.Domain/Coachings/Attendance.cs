using System.Diagnostics;
using System.Security.Cryptography;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Coachings;

/// <summary>That somebody came to a coaching: one person who checked in, or the people of a KIM or a business whom an officer counted.</summary>
/// <remarks>Its id follows from who and what, so that nobody comes twice, however often they press.</remarks>
public sealed record Attendance(Id<Attendance> Id, Id<Coaching> Coaching, Id<Group> Group, Id<Business>? Business) : IAggregate<Attendance, AttendanceEvent>
{
    /// <summary>The letter with which codes of certificates begin.</summary>
    public const char CodeKind = 'S';

    public int People { get; private init; }

    public int? Women { get; private init; }

    public int? Men { get; private init; }

    public bool IsStruck { get; private init; }

    /// <summary>Whether somebody checked in themselves, and nobody counted them.</summary>
    public bool IsByCode { get; private init; }

    /// <summary>Of the certificate; null while there is none.</summary>
    public string? Code { get; private init; }

    /// <summary>What they think of it; null while they have not said.</summary>
    public AttendanceRating? Rating { get; private init; }

    /// <param name="who">The member who checks in; the KIM or the business whose people an officer counts.</param>
    public static Id<Attendance> Of(Id<Coaching> coaching, Guid who)
    {
        Span<byte> both = stackalloc byte[32];
        coaching.Value.TryWriteBytes(both);
        who.TryWriteBytes(both[16..]);
        return new(NamedId.Of(SHA256.HashData(both)));
    }

    /// <param name="known">What is known of this member there; null where nothing is.</param>
    /// <param name="now">By the clock of the place.</param>
    public static Decision<AttendanceEvent> CheckIn(
        Attendance? known, Coaching coaching, Id<Group> group, Id<Business>? business, Id<Member> member, DateTimeOffset now) =>
        known is { IsStruck: true } ? AttendanceRefusals.Struck
        : known is not null ? []
        : coaching.Status == CoachingStatus.Cancelled ? CoachingRefusals.Cancelled
        : !coaching.IsOn(now) ? AttendanceRefusals.NotToday
        : [new AttendanceRecorded(Of(coaching.Id, member.Value), coaching.Id, group, business, member, 1, null, null, "", now)];

    /// <summary>An officer counts the people of a KIM or a business, beside those who check in themselves.</summary>
    /// <param name="known">What was counted before; null where nothing was.</param>
    /// <param name="reason">Needed for whatever is written down or changed after the day.</param>
    /// <param name="now">By the clock of the place.</param>
    public static Decision<AttendanceEvent> Count(
        Attendance? known, Coaching coaching, Id<Group> group, Id<Business>? business, int people, int? women, int? men, string reason, DateTimeOffset now) =>
        coaching.Status == CoachingStatus.Cancelled ? CoachingRefusals.Cancelled
        : Coachings.Coaching.DayOf(now) < coaching.Plan.From ? CoachingRefusals.NotYet
        : people is < 1 or > Limits.CoachingPeople ? CoachingRefusals.People
        : women is null != men is null || women < 0 || men < 0 || (women is not null && women + men != people) ? AttendanceRefusals.Split
        : known is { IsStruck: true } ? AttendanceRefusals.Struck
        : known is not null && (known.People, known.Women, known.Men) == (people, women, men) ? []
        : (known is not null || !coaching.IsOn(now)) && Coachings.Coaching.ReasonProblem(reason) is { } lacking ? lacking
        : known is not null ? [new AttendanceRecounted(people, women, men, reason.Trim(), now)]
        : [new AttendanceRecorded(
            Of(coaching.Id, business?.Value ?? group.Value), coaching.Id, group, business, null, people, women, men, coaching.IsOn(now) ? "" : reason.Trim(), coaching.HappenedBy(now))];

    public Decision<AttendanceEvent> Strike(string reason, DateTimeOffset now) =>
        IsStruck ? []
        : Coachings.Coaching.ReasonProblem(reason) is { } lacking ? lacking
        : [new AttendanceStruck(reason.Trim(), now)];

    public Decision<AttendanceEvent> CountAgain(string reason, DateTimeOffset now) =>
        !IsStruck ? []
        : Coachings.Coaching.ReasonProblem(reason) is { } lacking ? lacking
        : [new AttendanceCountedAgain(reason.Trim(), now)];

    /// <summary>The code follows from the attendance: a second press is the same paper.</summary>
    /// <param name="coaching">At what they were.</param>
    public Decision<AttendanceEvent> Certify(Coaching coaching, DateTimeOffset now) =>
        IsStruck ? AttendanceRefusals.Struck
        : !IsByCode ? AttendanceRefusals.ByOfficer
        : coaching.Status != CoachingStatus.Held ? AttendanceRefusals.NotHeld
        : Code is not null ? []
        : [new AttendanceCertified(PaperCode.Of(CodeKind, SHA256.HashData(Id.Value.ToByteArray())).Value, now)];

    /// <summary>Said once: a second press is the same answer, another one is too late.</summary>
    /// <param name="coaching">At what they were.</param>
    /// <param name="words">Under which id the vault keeps their sentence; null where they wrote none.</param>
    /// <param name="now">By the clock of the place.</param>
    public Decision<AttendanceEvent> Rate(Coaching coaching, AttendanceRating rating, Guid? words, DateTimeOffset now) =>
        IsStruck ? AttendanceRefusals.Struck
        : !IsByCode ? AttendanceRefusals.ByOfficer
        : Rating is { } said ? said == rating ? [] : AttendanceRefusals.Rated
        : coaching.Status == CoachingStatus.Cancelled ? CoachingRefusals.Cancelled
        : !AttendanceRating.IsTaken(coaching.Plan, Coachings.Coaching.DayOf(now)) ? AttendanceRefusals.RatingClosed
        : !rating.IsInRange ? AttendanceRefusals.RatingRange
        : [new AttendanceRated(rating.Clear, rating.Useful, rating.Usable, words, now)];

    public static Attendance Evolve(Attendance? state, AttendanceEvent happened) => (state, happened) switch
    {
        (null, AttendanceRecorded e) => new(e.Attendance, e.Coaching, e.Group, e.Business) { People = e.People, Women = e.Women, Men = e.Men, IsByCode = e.Member is not null },
        (not null, AttendanceCertified e) => state with { Code = e.Code },
        (not null, AttendanceRated e) => state with { Rating = new(e.Clear, e.Useful, e.Usable) },
        (not null, AttendanceRecounted e) => state with { People = e.People, Women = e.Women, Men = e.Men },
        (not null, AttendanceStruck) => state with { IsStruck = true },
        (not null, AttendanceCountedAgain) => state with { IsStruck = false },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "an attendance")}."),
    };
}
