using System.Diagnostics;

namespace Kim.Market.Domain.Groups;

/// <summary>What a KIM grew from: a place, or people who do the same thing.</summary>
public enum GroupBasis { Territorial, Community }

/// <summary>Platform states of a KIM; the law knows no suspension, so these are the platform's own words.</summary>
public enum GroupStatus { Proposed, Verified, Active, Dormant }

public enum DormancyReason { NoBudget, BoardExpired, BoardLeft, Other }

/// <summary>The four fixed roles in a KIM: ketua, kurator, penulis, kasir.</summary>
public enum GroupRole { Chair, Curator, Writer, Treasurer }

/// <summary>A KIM: a community that curates and tells, and never sells itself.</summary>
public sealed record Group(Id<Group> Id) : IAggregate<Group, GroupEvent>
{
    public GroupStatus Status { get; private init; }

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
    public Decision<GroupEvent> Verify(DateTimeOffset now) => Status switch
    {
        GroupStatus.Proposed => [new GroupVerified(now)],
        _ => [],
    };

    /// <summary>The first publication opens the storefront.</summary>
    public Decision<GroupEvent> Activate(DateTimeOffset now) => Status switch
    {
        GroupStatus.Proposed => GroupRefusals.NotVerified,
        GroupStatus.Verified => [new GroupActivated(now)],
        GroupStatus.Dormant => [new GroupReactivated(now)],
        _ => [],
    };

    public Decision<GroupEvent> DeclareDormant(DormancyReason reason, DateTimeOffset now) => Status switch
    {
        GroupStatus.Dormant => [],
        GroupStatus.Active => [new GroupDeclaredDormant(reason, now)],
        _ => GroupRefusals.NotActive,
    };

    public Decision<GroupEvent> Appoint(Id<Member> member, GroupRole role, DateTimeOffset now) =>
        Board.Contains((member, role)) ? [] : [new GroupManagerAppointed(member, role, now)];

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

    private static HashSet<(Id<Member> Member, GroupRole Role)> Without(
        IReadOnlySet<(Id<Member> Member, GroupRole Role)> board, (Id<Member> Member, GroupRole Role) seat) => [.. board.Where(taken => taken != seat)];
}
