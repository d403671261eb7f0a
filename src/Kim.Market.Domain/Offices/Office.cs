using System.Diagnostics;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Offices;

/// <summary>An officer acts for the region; an auditor only reads.</summary>
public enum OfficeRole { Officer, Auditor }

/// <summary>The communications office (Diskominfo) of a kecamatan, regency or province.</summary>
public sealed record Office(Id<Office> Id, RegionCode Region) : IAggregate<Office, OfficeEvent>
{
    public IReadOnlySet<(Id<Member> Member, OfficeRole Role)> Staff { get; private init; } =
        new HashSet<(Id<Member>, OfficeRole)>();

    /// <summary>When a KIM of this region counts as quiet or still, and how many people make one.</summary>
    public GroupRules Rules { get; private init; } = GroupRules.Usual;

    /// <summary>What its papers begin with; null before anybody has written it.</summary>
    public Letterhead? Letterhead { get; private init; }

    /// <summary>By what it assesses its KIM; null while it goes by that of the office above, or the usual one.</summary>
    public Rubric? Rubric { get; private init; }

    public int RubricVersion { get; private init; }

    public static Decision<OfficeEvent> Open(Id<Office> id, RegionCode region, DateTimeOffset now) =>
        region.Value.Length > 8 ? OfficeRefusals.RegionTooSmall : [new OfficeOpened(id, region, now)];

    public Decision<OfficeEvent> Appoint(Id<Member> member, OfficeRole role, DateTimeOffset now) =>
        Staff.Contains((member, role)) ? [] : [new OfficerAppointed(member, role, now)];

    /// <summary>Ends somebody's work for the office; the operator can always appoint the next, so the last may go too.</summary>
    public Decision<OfficeEvent> Release(Id<Member> member, OfficeRole role, DateTimeOffset now) =>
        Staff.Contains((member, role)) ? [new OfficerReleased(member, role, now)] : [];

    public Decision<OfficeEvent> SetRules(GroupRules rules, DateTimeOffset now) =>
        rules.QuietAfter is < 7 or > 365 || rules.StillAfter <= rules.QuietAfter || rules.StillAfter > 730 ? OfficeRefusals.BadDays
        : rules.MinMembers is < 1 or > 100 ? OfficeRefusals.BadMembers
        : rules == Rules ? []
        : [new OfficeRulesSet(rules, now)];

    public Decision<OfficeEvent> SetLetterhead(Letterhead letterhead, DateTimeOffset now) =>
        letterhead == Letterhead ? [] : [new OfficeLetterheadSet(letterhead, now)];

    public Decision<OfficeEvent> SetRubric(Rubric rubric, DateTimeOffset now) =>
        rubric.Problem() is { } problem ? problem
        : Rubric?.IsSame(rubric.Tidy()) == true ? []
        : [new OfficeRubricSet(rubric.Tidy(), RubricVersion + 1, now)];

    public static Office Evolve(Office? state, OfficeEvent happened) => (state, happened) switch
    {
        (null, OfficeOpened e) => new(e.Office, e.Region),
        (not null, OfficerAppointed e) => state with
        {
            Staff = new HashSet<(Id<Member>, OfficeRole)>(state.Staff) { (e.Member, e.Role) },
        },
        (not null, OfficeRulesSet e) => state with { Rules = e.Rules },
        (not null, OfficeLetterheadSet e) => state with { Letterhead = e.Letterhead },
        (not null, OfficeRubricSet e) => state with { Rubric = e.Rubric, RubricVersion = e.Version },
        (not null, OfficerReleased e) => state with
        {
            Staff = new HashSet<(Id<Member>, OfficeRole)>(state.Staff.Where(post => post != (e.Member, e.Role))),
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "an office")}."),
    };
}
