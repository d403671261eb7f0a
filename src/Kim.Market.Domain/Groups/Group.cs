using System.Diagnostics;

namespace Kim.Market.Domain.Groups;

/// <summary>What a KIM grew from: a place, or people who do the same thing.</summary>
public enum GroupBasis { Territorial, Community }

/// <summary>Platform states of a KIM; the law knows no suspension, so these are the platform's own words.</summary>
public enum GroupStatus { Proposed, Verified, Active, Dormant, Suspended, Dissolved, Rejected, Withdrawn }

public enum DormancyReason { NoBudget, BoardExpired, BoardLeft, Other }

/// <summary>Why an officer does not take a KIM into the register.</summary>
public enum RejectionCause { Incomplete, Unknown, Duplicate, Other }

public enum SuspensionReason { RuleBroken, BoardDispute, FalseData, Other }

/// <summary>The four fixed roles in a KIM: ketua, kurator, penulis, kasir.</summary>
public enum GroupRole { Chair, Curator, Writer, Treasurer }

/// <summary>A KIM: a community that curates and tells, and never sells itself.</summary>
public sealed partial record Group(Id<Group> Id) : IAggregate<Group, GroupEvent>
{
    public GroupStatus Status { get; private init; }

    /// <summary>What the KIM was when it was suspended, and is again when that ends.</summary>
    public GroupStatus Before { get; private init; }

    public GroupPulse? Pulse { get; private init; }

    public GroupProfile? Profile { get; private init; }

    /// <summary>Where only the year is known; a day that is known says it better.</summary>
    public int? FoundingYear { get; private init; }

    public string? NationalId { get; private init; }

    public IReadOnlySet<(Id<Member> Member, GroupRole Role)> Board { get; private init; } =
        new HashSet<(Id<Member>, GroupRole)>();

    public static Decision<GroupEvent> Propose(
        Id<Group> id, string name, string slug, RegionCode seat, GroupBasis basis, string[] themes, string about,
        DateTimeOffset now) =>
        name.Trim().Length is 0 or > Limits.Name ? GroupRefusals.NameLength
        : !Slug.IsValid(slug) ? GroupRefusals.BadSlug
        : seat.Value.Length < 8 ? GroupRefusals.SeatTooWide
        : about.Length > Limits.About ? GroupRefusals.AboutLength
        : [new GroupProposed(id, name.Trim(), slug, seat, basis, themes, about.Trim(), now)];

    /// <summary>An officer of the region has checked the decree and the board.</summary>
    /// <param name="rules">Those of its office; members that nobody has counted yet are not too few.</param>
    public Decision<GroupEvent> Verify(DateTimeOffset now, GroupRules? rules = null) => Status switch
    {
        GroupStatus.Proposed or GroupStatus.Rejected when rules is not null && Profile is { } known && rules.AreTooFew(known.Women + known.Men) =>
            GroupRefusals.TooFewMembers(rules.MinMembers),
        GroupStatus.Proposed or GroupStatus.Rejected => [new GroupVerified(now)],
        _ => [],
    };

    /// <summary>An officer does not take the KIM into the register, and says what would have to change.</summary>
    public Decision<GroupEvent> Reject(RejectionCause cause, string note, DateTimeOffset now) => Status switch
    {
        GroupStatus.Rejected => [],
        GroupStatus.Proposed => Noted(note) is { } refusal ? refusal : [new GroupRejected(cause, note.Trim(), now)],
        _ => GroupRefusals.VerifiedAlready,
    };

    /// <summary>Takes the storefront out of sight; orders that are open go on to their end.</summary>
    /// <param name="evidence">The kept document, by the name of its content.</param>
    public Decision<GroupEvent> Suspend(SuspensionReason reason, string note, string? evidence, DateTimeOffset now) => Status switch
    {
        GroupStatus.Suspended => [],
        GroupStatus.Verified or GroupStatus.Active or GroupStatus.Dormant =>
            Noted(note) is { } refusal ? refusal : [new GroupSuspended(reason, note.Trim(), evidence, now)],
        _ => GroupRefusals.NotInRegister,
    };

    public Decision<GroupEvent> LiftSuspension(string note, DateTimeOffset now) => Status switch
    {
        GroupStatus.Suspended => Noted(note) is { } refusal ? refusal : [new GroupSuspensionLifted(note.Trim(), now)],
        _ => [],
    };

    /// <summary>The end of a KIM. What it did stays to be read.</summary>
    public Decision<GroupEvent> Dissolve(string note, string? evidence, DateTimeOffset now) => Status switch
    {
        GroupStatus.Dissolved => [],
        GroupStatus.Proposed or GroupStatus.Rejected or GroupStatus.Withdrawn => GroupRefusals.NotInRegister,
        _ => Noted(note) is { } refusal ? refusal : [new GroupDissolved(note.Trim(), evidence, now)],
    };

    /// <summary>Takes a KIM out again that had come in with a list which is taken back; not once somebody leads it.</summary>
    public Decision<GroupEvent> Withdraw(DateTimeOffset now) => Status switch
    {
        GroupStatus.Withdrawn => [],
        GroupStatus.Verified when Board.Count == 0 => [new GroupWithdrawn(now)],
        _ => GroupRefusals.InUse,
    };

    /// <summary>What the register knows of a KIM beside its name and seat.</summary>
    public Decision<GroupEvent> Describe(GroupProfile profile, DateTimeOffset now) =>
        Status is GroupStatus.Dissolved ? GroupRefusals.IsDissolved
        : Status is GroupStatus.Withdrawn ? GroupRefusals.NotInRegister
        : profile.Equals(Profile) ? []
        : profile.Refusal(now) is { } refusal ? refusal
        : [new GroupDescribed(profile, now)];

    /// <summary>The year it was founded in, where nobody knows the day any more.</summary>
    /// <param name="year">Null takes it back.</param>
    public Decision<GroupEvent> RecordFoundingYear(int? year, DateTimeOffset now) =>
        Status is GroupStatus.Dissolved ? GroupRefusals.IsDissolved
        : Status is GroupStatus.Withdrawn ? GroupRefusals.NotInRegister
        : year == FoundingYear ? []
        : year is < 1900 ? GroupRefusals.FoundedEarlier
        : year > now.UtcDateTime.Year ? GroupRefusals.FoundedLater
        : [new GroupFoundingYearRecorded(year, now)];

    /// <summary>The number kim.id gave it; its format is nowhere laid down, so any text will do.</summary>
    public Decision<GroupEvent> RecordNationalId(string number, DateTimeOffset now) =>
        Status is GroupStatus.Withdrawn ? GroupRefusals.NotInRegister
        : number.Trim().Length is 0 or > Limits.Name ? GroupRefusals.NationalIdLength
        : number.Trim() == NationalId ? []
        : [new GroupNationalIdRecorded(number.Trim(), now)];

    /// <summary>What the clock makes of the KIM's last act: said only when it has changed.</summary>
    public Decision<GroupEvent> Feel(GroupPulse pulse, DateTimeOffset? lastAct, DateTimeOffset now) =>
        pulse == Pulse || Status is not (GroupStatus.Active or GroupStatus.Dormant) ? [] : [new GroupPulseChanged(pulse, lastAct, now)];

    /// <summary>The first business it approves is the first thing of it that anybody sees: with it, its storefront opens.</summary>
    public Decision<GroupEvent> Open(DateTimeOffset now) => Status switch
    {
        GroupStatus.Proposed or GroupStatus.Rejected => GroupRefusals.NotVerified,
        GroupStatus.Verified => [new GroupActivated(now)],
        _ => [],
    };

    /// <summary>Begins, or begins again after a rest.</summary>
    public Decision<GroupEvent> Activate(DateTimeOffset now) => Status switch
    {
        GroupStatus.Proposed or GroupStatus.Rejected => GroupRefusals.NotVerified,
        GroupStatus.Verified => [new GroupActivated(now)],
        GroupStatus.Dormant => [new GroupReactivated(now)],
        GroupStatus.Active => [],
        _ => GroupRefusals.NotActive,
    };

    /// <summary>The KIM rests: what it shows can be looked at and not ordered.</summary>
    /// <param name="note">What else is to be said; a reason that is none of the usual ones needs it.</param>
    /// <param name="evidence">The kept document, by the name of its content.</param>
    public Decision<GroupEvent> DeclareDormant(DormancyReason reason, DateTimeOffset now, string note = "", string? evidence = null) => Status switch
    {
        GroupStatus.Dormant => [],
        GroupStatus.Active when note.Trim().Length == 0 && evidence is null => [new GroupDeclaredDormant(reason, now)],
        GroupStatus.Active => Explained(note, evidence, now) is var why && why.Refusal is { } refusal
            ? refusal
            : [new GroupDeclaredDormant(reason, now), .. why],
        _ => GroupRefusals.NotActive,
    };

    /// <summary>The rest is over, and orders are taken again.</summary>
    public Decision<GroupEvent> Wake(string note, DateTimeOffset now) => Status switch
    {
        GroupStatus.Active => [],
        GroupStatus.Dormant when note.Trim().Length == 0 => [new GroupReactivated(now)],
        GroupStatus.Dormant => Explained(note, null, now) is var why && why.Refusal is { } refusal ? refusal : [new GroupReactivated(now), .. why],
        _ => GroupRefusals.NotActive,
    };

    public Decision<GroupEvent> Appoint(Id<Member> member, GroupRole role, DateTimeOffset now) =>
        Status is GroupStatus.Withdrawn ? GroupRefusals.NotInRegister
        : Board.Contains((member, role)) ? []
        : [new GroupManagerAppointed(member, role, now)];

    /// <summary>Ends what a member does for the KIM. A KIM is never left without a chair: the last one hands over.</summary>
    public Decision<GroupEvent> Release(Id<Member> member, GroupRole role, DateTimeOffset now) =>
        !Board.Contains((member, role)) ? []
        : role == GroupRole.Chair && Board.Count(seat => seat.Role == GroupRole.Chair) == 1 ? GroupRefusals.LastChair
        : [new GroupManagerReleased(member, role, now)];

    /// <summary>Passes the chair on to somebody who is on the board already.</summary>
    public Decision<GroupEvent> HandOver(Id<Member> from, Id<Member> to, DateTimeOffset now) =>
        !Board.Contains((from, GroupRole.Chair)) ? Board.Contains((to, GroupRole.Chair)) ? [] : GroupRefusals.NotChair
        : from == to ? []
        : !Board.Any(seat => seat.Member == to) ? GroupRefusals.NotOnBoard
        : [new GroupHandedOver(from, to, now)];

    public static Group Evolve(Group? state, GroupEvent happened) => (state, happened) switch
    {
        (null, GroupProposed e) => new(e.Group),
        (not null, GroupVerified) => state with { Status = GroupStatus.Verified },
        (not null, GroupActivated or GroupReactivated) => state with { Status = GroupStatus.Active },
        (not null, GroupDeclaredDormant) => state with { Status = GroupStatus.Dormant },
        (not null, GroupRejected) => state with { Status = GroupStatus.Rejected },
        (not null, GroupSuspended) => state with { Status = GroupStatus.Suspended, Before = state.Status },
        (not null, GroupSuspensionLifted) => state with { Status = state.Before },
        (not null, GroupDissolved) => state with { Status = GroupStatus.Dissolved },
        (not null, GroupStateExplained) => state,
        (not null, GroupSeatTaken e) => state.With(e.Seat, isTaken: true),
        (not null, GroupSeatLeft e) => state.With(e.Seat, isTaken: false),
        (not null, GroupWithdrawn) => state with { Status = GroupStatus.Withdrawn },
        (not null, GroupDescribed e) => state with { Profile = e.Profile },
        (not null, GroupFoundingYearRecorded e) => state with { FoundingYear = e.Year },
        (not null, GroupNationalIdRecorded e) => state with { NationalId = e.Number },
        (not null, GroupPulseChanged e) => state with { Pulse = e.Pulse },
        (not null, GroupStorefrontArranged e) => state with { Storefront = e.Storefront },
        (not null, GroupAnnounced e) => state with { Announced = e },
        (not null, GroupAnnouncementEnded) => state with { Announced = null },
        (not null, GroupCoverHung e) => state with { Cover = e.Cover },
        (not null, GroupCoverTakenDown) => state with { Cover = null },
        (not null, GroupManagerAppointed e) => state with
        {
            Board = new HashSet<(Id<Member>, GroupRole)>(state.Board) { (e.Member, e.Role) },
        },
        (not null, GroupManagerReleased e) => state with { Board = Without(state.Board, (e.Member, e.Role)) },
        (not null, GroupHandedOver e) => state with
        {
            Board = new HashSet<(Id<Member>, GroupRole)>(Without(state.Board, (e.From, GroupRole.Chair))) { (e.To, GroupRole.Chair) },
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };

    // A note is read by everybody for ever: it has its length, and no number of a phone or a person in it.
    private static Refusal? Noted(string note) =>
        note.Trim().Length is 0 or > Limits.Note ? GroupRefusals.NoteLength
        : PublicText.HoldsNumber(note) ? GroupRefusals.NoteHoldsNumber
        : null;

    private static Decision<GroupEvent> Explained(string note, string? evidence, DateTimeOffset now) =>
        (note.Trim().Length > 0 || evidence is null) && Noted(note) is { } refusal ? refusal : [new GroupStateExplained(note.Trim(), evidence, now)];

    private static HashSet<(Id<Member> Member, GroupRole Role)> Without(
        IReadOnlySet<(Id<Member> Member, GroupRole Role)> board, (Id<Member> Member, GroupRole Role) seat) => [.. board.Where(taken => taken != seat)];
}
